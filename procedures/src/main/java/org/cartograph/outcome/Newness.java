package org.cartograph.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/**
 * Whether a product was new when it was shown: released within the 30 days before, or not sold once by then. What was
 * bought more than {@value #ESTABLISHED} times is taken for sold before, so that no bestseller's purchases are all read.
 */
final class Newness {
    private static final Duration NEW = Duration.ofDays(30);
    private static final int ESTABLISHED = 1_000;

    private final Map<Long, Product> products = new HashMap<>();

    private record Product(Instant released, Instant firstSold) {}

    boolean isNew(Node product, Instant shownAt) {
        Product known = products.computeIfAbsent(NodeIds.of(product), id -> read(product));
        return known.firstSold().isAfter(shownAt)
                || (!known.released().isAfter(shownAt)
                        && known.released().plus(NEW).isAfter(shownAt));
    }

    private static Product read(Node product) {
        Instant released = Instants.of(product.getProperty("releasedAt", null));
        return new Product(released == null ? Instant.EPOCH : released, firstSold(product));
    }

    private static Instant firstSold(Node product) {
        if (product.getDegree(GraphModel.PURCHASED, Direction.INCOMING) > ESTABLISHED) {
            return Instant.EPOCH;
        }
        Instant first = Instant.MAX;
        try (ResourceIterable<Relationship> sold = product.getRelationships(Direction.INCOMING, GraphModel.PURCHASED)) {
            for (Relationship one : sold) {
                Instant at = Instants.of(one.getProperty("at", null));
                first = at != null && at.isBefore(first) ? at : first;
            }
        }
        return first;
    }
}
