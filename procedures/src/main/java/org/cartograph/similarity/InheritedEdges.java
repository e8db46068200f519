package org.cartograph.similarity;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The edges that lead to a product with too few sales of its own, because they lead to products like it.
 *
 * @param sources where they come from, best first
 * @param scores their weights, all above zero, comparable with the rows of the sources
 * @param via for each the look-alike that gave the most of it
 */
public record InheritedEdges(int[] sources, float[] scores, int[] via) {
    /** None, which is what an established product has. */
    public static final InheritedEdges NONE = new InheritedEdges(new int[0], new float[0], new int[0]);

    /** Number of edges. */
    public int size() {
        return sources.length;
    }

    /**
     * Keeps of all edges only the best that go out of each product, so that no row is read longer for the sake of what is
     * new.
     *
     * @param edges those of every product; replaced in place
     * @param most how many may go out of a product
     */
    public static void keepBest(InheritedEdges[] edges, int products, int most) {
        @Nullable TopK[] best = new TopK[products];
        for (int target = 0; target < edges.length; target++) {
            for (int at = 0; at < edges[target].size(); at++) {
                int source = edges[target].sources[at];
                if (best[source] == null) {
                    best[source] = new TopK(most);
                }
                best[source].offer(target, edges[target].scores[at]);
            }
        }
        @Nullable BitSet[] kept = new BitSet[edges.length];
        for (int source = 0; source < products; source++) {
            if (best[source] != null) {
                for (int target : best[source].take().numbers()) {
                    if (kept[target] == null) {
                        kept[target] = new BitSet();
                    }
                    kept[target].set(source);
                }
            }
        }
        for (int target = 0; target < edges.length; target++) {
            edges[target] = kept[target] == null ? NONE : edges[target].from(kept[target]);
        }
    }

    private InheritedEdges from(BitSet kept) {
        int[] places = IntStream.range(0, sources.length)
                .filter(at -> kept.get(sources[at]))
                .toArray();
        InheritedEdges left =
                new InheritedEdges(new int[places.length], new float[places.length], new int[places.length]);
        for (int to = 0; to < places.length; to++) {
            left.sources[to] = sources[places[to]];
            left.scores[to] = scores[places[to]];
            left.via[to] = via[places[to]];
        }
        return left;
    }
}
