package org.cartograph.graph;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.graphdb.Node;

/**
 * When neighbour edges that start at a product were last written, by whomever: by the product's own row, or by a new
 * product that inherited an edge from it.
 *
 * <p>Besides {@code rowsAt}, which says when the product's own rows were computed and so decides when they are due. A whole
 * number of microseconds since 1970, because it is read for each row of each answer.
 */
public final class EdgeStamp {
    /** The product property. */
    public static final String EDGES_AT = "edgesAt";

    static final long NEVER = -1;

    private static final AtomicLong LAST = new AtomicLong();

    private EdgeStamp() {}

    /** The stamp of a product; {@link #NEVER} where it has none. */
    static long of(Node product) {
        return product.getProperty(EDGES_AT, null) instanceof Long at ? at : NEVER;
    }

    /** Whether a product has a stamp. */
    public static boolean isOn(Node product) {
        return of(product) != NEVER;
    }

    /** Gives a product a stamp that none had before: the clock may show the same microsecond twice. */
    public static void renew(Node product) {
        product.setProperty(EDGES_AT, LAST.updateAndGet(last -> Math.max(last + 1, now())));
    }

    /** Takes it from a product that has no edges any more. */
    public static void remove(Node product) {
        product.removeProperty(EDGES_AT);
    }

    /** The clock of stamps. */
    static long now() {
        return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    }
}
