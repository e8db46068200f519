package org.cartograph.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.cartograph.facts.ProductMarks;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NeighbourStore;
import org.neo4j.graphdb.Node;

/**
 * What a product's rows were computed from, as the product itself remembers it.
 *
 * <p>The mark is kept as it was seen, not the time of looking: whoever sets a mark commits a little later than the time
 * it says, and comparing times would miss what was committed in between.
 *
 * @param purchases PURCHASED relationships it had; −1 when it never had rows
 * @param changedAtSeen the mark it carried, see {@link ProductMarks}
 * @param rowsAt when its rows were last rewritten, {@link Instant#EPOCH} when never
 */
record RowStamp(long purchases, long changedAtSeen, Instant rowsAt) {
    static final String PURCHASES = "purchases";
    static final String CHANGED_AT_SEEN = "changedAtSeen";

    /** A product whose number of purchases moved by more than this share, and by more than one, is due. */
    private static final double SHARE = 0.05;
    /** A product with any new purchase is due when its rows are older. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private static final String[] KEYS = {PURCHASES, CHANGED_AT_SEEN, NeighbourStore.ROWS_AT};

    static RowStamp of(Node product) {
        Map<String, Object> properties = product.getProperties(KEYS);
        Instant rowsAt = Instants.of(properties.get(NeighbourStore.ROWS_AT));
        return new RowStamp(
                properties.get(PURCHASES) instanceof Number purchases ? purchases.longValue() : -1,
                ProductMarks.nanos(properties.get(CHANGED_AT_SEEN)),
                rowsAt == null ? Instant.EPOCH : rowsAt);
    }

    boolean says(int lines, long changedAt) {
        return purchases == lines && changedAtSeen == changedAt;
    }

    /**
     * How much a product needs new rows: zero when it is not due, else the higher the sooner; infinite when it never had
     * any.
     *
     * @param builtAt when all rows were last looked at
     */
    double urgency(int lines, long changedAt, Instant builtAt, Instant now) {
        if (purchases < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double moved = Math.abs(lines - purchases) / Math.max(1, SHARE * purchases);
        Instant computedAt = rowsAt.isAfter(builtAt) ? rowsAt : builtAt;
        boolean old = Duration.between(computedAt, now).compareTo(OLDEST) > 0;
        boolean marked = changedAt != changedAtSeen;
        return moved > 1 || marked || (moved > 0 && old) ? Math.max(moved, marked ? 1 : 0) : 0;
    }

    /** Whether the product may be another thing than when its rows were computed. */
    boolean isOfAnother(long changedAt) {
        return purchases < 0 || changedAt != changedAtSeen;
    }

    static void write(Node product, int lines, long changedAt) {
        product.setProperty(PURCHASES, (long) lines);
        if (changedAt == ProductMarks.NEVER) {
            product.removeProperty(CHANGED_AT_SEEN);
        } else {
            product.setProperty(
                    CHANGED_AT_SEEN, Instant.ofEpochSecond(0, changedAt).atZone(ZoneOffset.UTC));
        }
    }

    static void remove(Node product) {
        product.removeProperty(PURCHASES);
        product.removeProperty(CHANGED_AT_SEEN);
    }
}
