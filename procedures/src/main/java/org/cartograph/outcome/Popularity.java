package org.cartograph.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** How much each product is bought, and how many can be sold now. */
final class Popularity {
    private static final int BESTSELLERS = 100;

    private final Map<Long, Integer> purchases = new HashMap<>();
    private final Set<Long> bestsellers;
    private long total;
    private long sellable;

    /** Counts all products of the shop. */
    Popularity(Transaction transaction, Instant now) {
        try (ResourceIterator<Node> products = transaction.findNodes(GraphModel.PRODUCT)) {
            products.forEachRemaining(product -> count(product, now));
        }
        List<Map.Entry<Long, Integer>> sold = new ArrayList<>(purchases.entrySet());
        sold.sort(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        bestsellers = new HashSet<>(sold.stream()
                .filter(entry -> entry.getValue() > 0)
                .limit(BESTSELLERS)
                .map(Map.Entry::getKey)
                .toList());
    }

    private void count(Node product, Instant now) {
        int sold = product.getDegree(GraphModel.PURCHASED, Direction.INCOMING);
        purchases.put(NodeIds.of(product), sold);
        total += sold;
        sellable += ProductFacts.of(product, now).sellable() ? 1 : 0;
    }

    long sellable() {
        return sellable;
    }

    boolean isBestseller(Node product) {
        return bestsellers.contains(NodeIds.of(product));
    }

    /**
     * How surprising a product is, {@code −log2((n + 1) / (N + 1))} for n of N purchases, in bits: 0 for the only thing
     * that anybody buys, 10 for one purchase in a thousand (Zhou et al., Solving the apparent diversity-accuracy dilemma
     * of recommender systems, PNAS 2010; one more purchase each, so that the never sold count).
     */
    double surprise(Node product) {
        return Math.log((total + 1.0) / (purchases.getOrDefault(NodeIds.of(product), 0) + 1.0)) / Math.log(2);
    }
}
