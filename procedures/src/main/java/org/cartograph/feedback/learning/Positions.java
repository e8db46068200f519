package org.cartograph.feedback.learning;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.similarity.Forgetting;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The places of all boxes; read whole, because there are some hundred of them. */
final class Positions {
    /** Places beyond count as this one; no box is longer. */
    private static final int LAST = 100;

    private final Transaction transaction;
    private final ZonedDateTime now;
    private final Map<String, Map<Integer, Position>> positions = new HashMap<>();

    Positions(Transaction transaction, Forgetting forgetting, ZonedDateTime now) {
        this.transaction = transaction;
        this.now = now;
        try (ResourceIterator<Node> nodes = transaction.findNodes(GraphModel.POSITION)) {
            while (nodes.hasNext()) {
                Node node = nodes.next();
                int rank = ((Number) node.getProperty("rank", 1L)).intValue();
                ranks(String.valueOf(node.getProperty("placement", ""))).put(rank, Position.of(node, forgetting, now));
            }
        }
    }

    private Map<Integer, Position> ranks(String placement) {
        return positions.computeIfAbsent(placement, name -> new TreeMap<>());
    }

    /** One place. */
    Position at(String placement, int rank) {
        return ranks(placement).computeIfAbsent(Math.min(rank, LAST), place -> new Position(Examination.prior(place)));
    }

    /** Estimates anew how likely each place is looked at, and writes the boxes down of which anything is new. */
    void write() {
        positions.forEach((placement, ranks) -> {
            if (ranks.values().stream().noneMatch(Position::isChanged)) {
                return;
            }
            Position first = at(placement, 1);
            ranks.forEach((rank, position) -> {
                position.examine(Examination.of(rank, first, position));
                position.write(transaction, placement, rank, now);
            });
        });
    }
}
