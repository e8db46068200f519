package org.cartograph.similarity;

import java.util.Arrays;

/**
 * The solution of one ridge system: the weights with which other products point at one product.
 *
 * @param sources the products that point, ascending
 * @param weights their weights, all above zero, in the same order
 */
public record Incoming(int[] sources, float[] weights) {
    /** Nothing points. */
    public static final Incoming NONE = new Incoming(new int[0], new float[0]);

    /** The weight of the edge from {@code source}; zero when there is none. */
    public float from(int source) {
        int at = Arrays.binarySearch(sources, source);
        return at < 0 ? 0 : weights[at];
    }
}
