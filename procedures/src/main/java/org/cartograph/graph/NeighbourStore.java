package org.cartograph.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Reads neighbour rows: the only way in which serving sees the model.
 *
 * <p>Whoever writes edges that start at a product also renews its {@link EdgeStamp} in the same transaction; a reader that
 * finds another stamp after reading than before has met the writer half-way and reads again. Rows that were read before
 * come from the {@link RowCache}.
 */
public final class NeighbourStore {
    /** The product property that changes with every rewriting of its own rows. */
    public static final String ROWS_AT = "rowsAt";

    private static final int MOST_READS = 3;

    private final Transaction transaction;
    private final RowCache cache;
    private final long writes;
    private final long nanos;

    /** A store that reads inside one transaction, for one answer. */
    public NeighbourStore(GraphDatabaseService database, Transaction transaction) {
        this(RowCache.of(database), transaction);
    }

    NeighbourStore(RowCache cache, Transaction transaction) {
        this.transaction = transaction;
        this.cache = cache;
        // Before anything is read: what is written meanwhile must be noticed by the next answer.
        this.writes = cache.writes();
        this.nanos = cache.nanos();
    }

    /** The row of a product; empty when the model has none. */
    public NeighbourRow row(long product, Family family) {
        RowCache.Kept kept = cache.get(product, family, nanos);
        if (kept != null && kept.isUnquestioned(writes, nanos)) {
            return kept.row();
        }
        Node node = NodeIds.node(transaction, product);
        long stamp = EdgeStamp.of(node);
        if (kept != null && kept.stamp() == stamp && kept.row().size() == node.getDegree(family, Direction.OUTGOING)) {
            kept.confirm(writes, nanos);
            return kept.row();
        }
        Read read = read(node, family, stamp);
        if (read.whole()) {
            cache.put(product, family, read.row(), read.stamp(), nanos);
        }
        return read.row();
    }

    /** The row of a product as it stands in the graph at this moment. */
    public static NeighbourRow live(Node product, Family family) {
        return read(product, family, EdgeStamp.of(product)).row();
    }

    private record Read(NeighbourRow row, long stamp, boolean whole) {}

    private static Read read(Node node, Family family, long firstStamp) {
        long before = firstStamp;
        NeighbourRow row = NeighbourRow.EMPTY;
        for (int read = 0; read < MOST_READS; read++) {
            row = edges(node, family);
            long after = EdgeStamp.of(node);
            if (before == after) {
                return new Read(row, after, true);
            }
            before = after;
        }
        return new Read(row, before, false);
    }

    private static NeighbourRow edges(Node node, Family family) {
        List<Neighbour> row = new ArrayList<>();
        try (ResourceIterable<Relationship> edges = node.getRelationships(Direction.OUTGOING, family)) {
            for (Relationship edge : edges) {
                row.add(neighbour(edge, family));
            }
        }
        return row.isEmpty() ? NeighbourRow.EMPTY : new NeighbourRow(row);
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
