package org.cartograph.similarity;

import java.util.Arrays;

/**
 * The finished edges of one product, best first, at most K.
 *
 * @param products the targets
 * @param scores their weights, all above zero
 * @param counts the evidence behind each, in orders or customers
 * @param via the product whose edge each was inherited from, or {@value #OWN} for an edge of the product's own
 */
public record Row(int[] products, float[] scores, int[] counts, int[] via) {
    /** What {@code via} holds for an edge that was not inherited. */
    public static final int OWN = -1;

    /** A row of which nothing was inherited. */
    public Row(int[] products, float[] scores, int[] counts) {
        this(products, scores, counts, own(products.length));
    }

    /** Number of edges. */
    public int size() {
        return products.length;
    }

    private static int[] own(int size) {
        int[] via = new int[size];
        Arrays.fill(via, OWN);
        return via;
    }
}
