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
 * @param readAt when it was read
 */
public record SalesRanking(List<Long> products, Map<Long, List<Long>> byCategory, Instant readAt) {

    private record Sales(long product, int purchases, List<Long> categories) {}

    /** Reads the ranking: one pass over the products. */
    public static SalesRanking read(Transaction transaction) {
        List<Sales> sales = new ArrayList<>();
        try (ResourceIterator<Node> products = transaction.findNodes(GraphModel.PRODUCT)) {
            while (products.hasNext()) {
                Node product = products.next();
                sales.add(new Sales(
                        NodeIds.of(product),
                        product.getDegree(GraphModel.PURCHASED, Direction.INCOMING),
                        categories(product)));
            }
        }
        sales.sort(Comparator.comparingInt(Sales::purchases).reversed().thenComparingLong(Sales::product));
        Map<Long, List<Long>> byCategory = new HashMap<>();
        for (Sales product : sales) {
            for (Long category : product.categories()) {
                byCategory.computeIfAbsent(category, key -> new ArrayList<>()).add(product.product());
            }
        }
        return new SalesRanking(sales.stream().map(Sales::product).toList(), byCategory, Instant.now());
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
