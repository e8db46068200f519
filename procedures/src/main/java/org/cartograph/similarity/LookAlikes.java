package org.cartograph.similarity;

/**
 * Products that are like one product, most alike first.
 *
 * @param products who they are
 * @param scores how much alike, all above zero
 */
public record LookAlikes(int[] products, float[] scores) {
    /** Nobody is like it. */
    public static final LookAlikes NONE = new LookAlikes(new int[0], new float[0]);

    /** How many there are. */
    public int size() {
        return products.length;
    }
}
