package org.cartograph.feedback.learning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** How often shoppers have seen a product, to be added to their SEEN relationships. */
final class Memories {
    private final Transaction transaction;
    private final Map<Long, Map<Long, Seen>> byShopper = new TreeMap<>();

    Memories(Transaction transaction) {
        this.transaction = transaction;
    }

    private record Seen(long times, Instant lastAt, boolean clicked) {
        Seen and(Seen other) {
            return new Seen(
                    times + other.times,
                    lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
                    clicked || other.clicked);
        }
    }

    /** @param times 1 for a recommendation that was not counted before, 0 for one of which only more became known */
    void add(Node shopper, Node product, int times, Instant at, boolean clicked) {
        byShopper
                .computeIfAbsent(NodeIds.of(shopper), key -> new HashMap<>())
                .merge(NodeIds.of(product), new Seen(times, at, clicked), Seen::and);
    }

    /** Writes all of it. */
    void write() {
        byShopper.forEach((shopper, added) -> {
            Node node = NodeIds.node(transaction, shopper);
            try (ResourceIterable<Relationship> edges = node.getRelationships(Direction.OUTGOING, GraphModel.SEEN)) {
                for (Relationship edge : edges) {
                    Seen more = added.remove(NodeIds.target(edge));
                    if (more != null) {
                        set(edge, standing(edge).and(more));
                    }
                }
            }
            added.forEach((product, seen) ->
                    set(node.createRelationshipTo(NodeIds.node(transaction, product), GraphModel.SEEN), seen));
        });
    }

    private static Seen standing(Relationship edge) {
        Instant lastAt = Instants.of(edge.getProperty("lastAt", null));
        long times = edge.getProperty("times", 0L) instanceof Number number ? number.longValue() : 0;
        return new Seen(
                times,
                lastAt == null ? Instant.EPOCH : lastAt,
                Boolean.TRUE.equals(edge.getProperty("clicked", false)));
    }

    private static void set(Relationship edge, Seen seen) {
        edge.setProperty("times", seen.times());
        edge.setProperty("lastAt", seen.lastAt().atZone(ZoneOffset.UTC));
        edge.setProperty("clicked", seen.clicked());
    }
}
