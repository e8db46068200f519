package org.cartograph.shop;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Looks at products that were offered in one box beside one seed, and how many of them ended with a take. */
public final class Offered {
    /** Nothing was offered. */
    public static final Offered NONE = new Offered(List.of());

    private final long[] products;
    private final float[] looks;
    private final float[] taken;

    /** One product of them. */
    record Entry(long product, double looks, double taken) {}

    Offered(List<Entry> entries) {
        List<Entry> sorted = entries.stream()
                .sorted(Comparator.comparingLong(Entry::product))
                .toList();
        products = new long[sorted.size()];
        looks = new float[sorted.size()];
        taken = new float[sorted.size()];
        for (int at = 0; at < products.length; at++) {
            products[at] = sorted.get(at).product();
            looks[at] = (float) sorted.get(at).looks();
            taken[at] = (float) sorted.get(at).taken();
        }
    }

    /** How many products. */
    public int size() {
        return products.length;
    }

    /** Adds what is known of a product to sums of looks and takes. */
    public void addTo(long product, double[] looksAndTaken) {
        int at = Arrays.binarySearch(products, product);
        // Two of one product, which only hands write, stand side by side.
        while (at > 0 && products[at - 1] == product) {
            at--;
        }
        for (; at >= 0 && at < products.length && products[at] == product; at++) {
            looksAndTaken[0] += looks[at];
            looksAndTaken[1] += taken[at];
        }
    }
}
