package org.cartograph.graph;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of one product in one family, best first, as arrays: about 20 bytes an edge, where objects would take 60.
 *
 * <p>It never changes, and knows nothing of the transaction that it was read in.
 */
public final class NeighbourRow {
    /** No edges. */
    public static final NeighbourRow EMPTY = new NeighbourRow(List.of());

    private static final Comparator<Neighbour> BEST_FIRST =
            Comparator.comparingDouble(Neighbour::score).reversed().thenComparingLong(Neighbour::product);

    private final long[] products;
    private final double[] scores;
    private final int[] counts;
    private final @Nullable String[] via;
    private final boolean[] incoming;

    /** The row of these edges, in any order. */
    public NeighbourRow(List<Neighbour> edges) {
        List<Neighbour> sorted = new ArrayList<>(edges);
        sorted.sort(BEST_FIRST);
        int size = sorted.size();
        boolean inherits = sorted.stream().anyMatch(edge -> edge.inherited() || edge.incoming());
        this.products = new long[size];
        this.scores = new double[size];
        this.counts = new int[size];
        this.via = new String[inherits ? size : 0];
        this.incoming = new boolean[inherits ? size : 0];
        for (int at = 0; at < size; at++) {
            Neighbour edge = sorted.get(at);
            products[at] = edge.product();
            scores[at] = edge.score();
            counts[at] = (int) Math.min(Integer.MAX_VALUE, edge.count());
            if (inherits) {
                via[at] = edge.via();
                incoming[at] = edge.incoming();
            }
        }
    }

    /** Whether a product with few sales inherited some of the edges. */
    boolean inherits() {
        return incoming.length > 0;
    }

    /** How many edges there are. */
    public int size() {
        return products.length;
    }

    /** See {@link Neighbour#product()}. */
    public long product(int at) {
        return products[at];
    }

    /** The first edge to a product from a place on, −1 when there is none. */
    public int next(long product, int from) {
        for (int at = from; at < products.length; at++) {
            if (products[at] == product) {
                return at;
            }
        }
        return -1;
    }

    /** See {@link Neighbour#score()}. */
    public double score(int at) {
        return scores[at];
    }

    /** See {@link Neighbour#count()}. */
    public long count(int at) {
        return counts[at];
    }

    /** See {@link Neighbour#via()}. */
    public @Nullable String via(int at) {
        return via.length == 0 ? null : via[at];
    }

    /** See {@link Neighbour#incoming()}. */
    public boolean incoming(int at) {
        return incoming.length > 0 && incoming[at];
    }

    /** The edges as objects, each made when it is asked for. */
    public List<Neighbour> edges() {
        return new AbstractList<>() {
            @Override
            public Neighbour get(int at) {
                return new Neighbour(products[at], scores[at], counts[at], via(at), incoming(at));
            }

            @Override
            public int size() {
                return products.length;
            }
        };
    }
}
