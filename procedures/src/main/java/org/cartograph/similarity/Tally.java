package org.cartograph.similarity;

/**
 * What else was bought with one product: a dense accumulator over the catalogue, emptied in the time it took to fill.
 *
 * <p>{@code walk} and {@code gram} hold the weighted sums, {@code count} the evidence people read (orders or
 * customers), {@code counted} whom it was last raised for, {@code touched[0..size)} the products that have any. One per
 * thread.
 */
final class Tally {
    final float[] walk;
    final float[] gram;
    final int[] count;
    final int[] counted;
    final int[] touched;
    int size;

    Tally(int products) {
        walk = new float[products];
        gram = new float[products];
        count = new int[products];
        counted = new int[products];
        // One place more, so that the counting loop may write before it knows whether the product is new.
        touched = new int[products + 1];
    }

    void clear() {
        for (int at = 0; at < size; at++) {
            int product = touched[at];
            walk[product] = 0;
            gram[product] = 0;
            count[product] = 0;
            counted[product] = 0;
        }
        size = 0;
    }
}
