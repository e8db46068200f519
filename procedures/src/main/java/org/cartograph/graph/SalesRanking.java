package org.cartograph.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * All products by how often they were purchased, over the whole shop and in each category.
 *
 * <p>It needs no model: a new shop, or one whose model was dropped, can still fill a box. Whether a product can be sold
 * is not part of it; that is read when it is about to be shown.
 *
 * @param products every product, best-selling first, ties by the older node
 * @param byCategory the same for each Category node
 * @param trending products that sold of late, best first
 * @param trend the prior that follows from it
 * @param readAt when it was read
 */
public record SalesRanking(
        List<Sold> products, Map<Long, List<Sold>> byCategory, List<Sold> trending, TrendPrior trend, Instant readAt) {
    /** The product property with the purchases of late, the older counting less, as the model last saw them. */
    public static final String RECENT_SALES = "recentSales";

    /**
     * How a product sells.
     *
     * @param purchases PURCHASED relationships
     * @param recent see {@link #RECENT_SALES}; 0 when no model has said
     */
    public record Sold(long product, int purchases, double recent) {}

    /** Reads the ranking: one pass over the products. */
    public static SalesRanking read(Transaction transaction) {
        List<Sold> sales = new ArrayList<>();
        Map<Long, List<Long>> categories = new HashMap<>();
        try (ResourceIterator<Node> products = transaction.findNodes(GraphModel.PRODUCT)) {
            while (products.hasNext()) {
                Node product = products.next();
                Sold sold = sold(product);
                sales.add(sold);
                categories.put(sold.product(), categories(product));
            }
        }
        sales.sort(Comparator.comparingInt(Sold::purchases).reversed().thenComparingLong(Sold::product));
        Map<Long, List<Sold>> byCategory = new HashMap<>();
        for (Sold sold : sales) {
            for (Long category : categories.getOrDefault(sold.product(), List.of())) {
                byCategory.computeIfAbsent(category, key -> new ArrayList<>()).add(sold);
            }
        }
        List<Sold> trending = sales.stream()
                .filter(sold -> sold.recent() > 0)
                .sorted(Comparator.comparingDouble(Sold::recent).reversed())
                .toList();
        Map<Long, Double> recent = new HashMap<>();
        sales.forEach(sold -> recent.put(sold.product(), sold.recent()));
        return new SalesRanking(sales, byCategory, trending, new TrendPrior(recent), Instant.now());
    }

    private static Sold sold(Node product) {
        return new Sold(
                NodeIds.of(product),
                product.getDegree(GraphModel.PURCHASED, Direction.INCOMING),
                product.getProperty(RECENT_SALES, 0.0) instanceof Number recent ? recent.doubleValue() : 0);
    }

    /** The categories that a product is in. */
    public static List<Long> categories(Node product) {
        List<Long> categories = new ArrayList<>(2);
        try (ResourceIterable<Relationship> attributes = product.getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
            for (Relationship has : attributes) {
                if (has.getEndNode().hasLabel(GraphModel.CATEGORY)) {
                    categories.add(NodeIds.target(has));
                }
            }
        }
        return categories;
    }
}
