package org.cartograph.similarity;

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
}
