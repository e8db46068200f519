package org.cartograph.similarity;

/**
 * The finished edges of one product, best first, at most K.
 *
 * @param products the targets
 * @param scores their weights, all above zero
 * @param counts the evidence behind each, in orders or customers
 */
public record Row(int[] products, float[] scores, int[] counts) {
    /** Number of edges. */
    public int size() {
        return products.length;
    }
}
