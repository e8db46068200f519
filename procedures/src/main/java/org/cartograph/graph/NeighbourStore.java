package org.cartograph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Reads neighbour rows: the only way in which serving sees the model.
 *
 * <p>A row is written whole in one transaction that also sets the product's {@code rowsAt}; a reader that finds another
 * {@code rowsAt} after reading than before has met the writer half-way and reads again.
 */
public final class NeighbourStore {
    /** The product property that changes with every rewriting of its rows. */
    public static final String ROWS_AT = "rowsAt";

    private static final int MOST_READS = 3;
    private static final Comparator<Neighbour> BEST_FIRST =
            Comparator.comparingDouble(Neighbour::score).reversed().thenComparingLong(Neighbour::product);

    private final Transaction transaction;

    /** A store that reads inside one transaction. */
    public NeighbourStore(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The row of a product, best first; empty when the model has none. */
    public List<Neighbour> row(long product, Family family) {
        Node node = NodeIds.node(transaction, product);
        List<Neighbour> row = List.of();
        for (int read = 0; read < MOST_READS; read++) {
            Object before = node.getProperty(ROWS_AT, "");
            row = edges(node, family);
            if (before.equals(node.getProperty(ROWS_AT, ""))) {
                break;
            }
        }
        return row;
    }

    private static List<Neighbour> edges(Node node, Family family) {
        List<Neighbour> row = new ArrayList<>();
        try (ResourceIterable<Relationship> edges = node.getRelationships(Direction.OUTGOING, family)) {
            for (Relationship edge : edges) {
                row.add(neighbour(edge, family));
            }
        }
        row.sort(BEST_FIRST);
        return row;
    }

    /** What an edge says. */
    public static Neighbour neighbour(Relationship edge, Family family) {
        Map<String, Object> properties =
                edge.getProperties(Family.SCORE, family.evidence(), Family.VIA, Family.INCOMING);
        return new Neighbour(
                NodeIds.target(edge),
                number(properties.get(Family.SCORE)).doubleValue(),
                number(properties.get(family.evidence())).longValue(),
                properties.get(Family.VIA) instanceof String via ? via : null,
                Boolean.TRUE.equals(properties.get(Family.INCOMING)));
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0;
    }
}
