package org.cartograph.recommend;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/** Sums scores by product: a hash table without boxes, because an answer adds up a few thousand edges. */
final class ProductScores {
    private static final long EMPTY = Long.MIN_VALUE;

    private static final int SMALLEST = 64;
    /** Long histories lead to the same products again and again. */
    private static final int LARGEST = 8_192;

    private long[] products;
    private double[] scores;
    private int size;

    /** @param expected how many products there may be; more may come */
    ProductScores(int expected) {
        int places = 2 * Integer.highestOneBit(Math.max(SMALLEST, Math.min(LARGEST, 2 * expected) - 1));
        products = new long[places];
        scores = new double[places];
        Arrays.fill(products, EMPTY);
    }

    void add(long product, double score) {
        int place = place(products, product);
        if (products[place] == EMPTY) {
            products[place] = product;
            size++;
        }
        scores[place] += score;
        if (2 * size > products.length) {
            grow();
        }
    }

    /** The sum of a product; 0 when there is none. */
    double of(long product) {
        int place = place(products, product);
        return products[place] == EMPTY ? 0 : scores[place];
    }

    /** The highest sum; 0 when there is none above. */
    double best() {
        double best = 0;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        return best;
    }

    /** The n-th best sum; the last one above zero where there are fewer, 0 where there is none. */
    double nthBest(int n) {
        double[] best = new double[n];
        int kept = 0;
        for (int place = 0; place < products.length; place++) {
            double score = scores[place];
            if (score > 0 && (kept < n || score > best[kept - 1])) {
                int at = kept < n ? kept++ : n - 1;
                while (at > 0 && best[at - 1] < score) {
                    best[at] = best[at - 1];
                    at--;
                }
                best[at] = score;
            }
        }
        return kept == 0 ? 0 : best[kept - 1];
    }

    /** Multiplies every sum with something that depends on the product. */
    void multiply(LongToDoubleFunction factor) {
        for (int place = 0; place < products.length; place++) {
            if (products[place] != EMPTY) {
                scores[place] *= factor.applyAsDouble(products[place]);
            }
        }
    }

    /** Adds all sums, multiplied, to others. */
    void addTo(ProductScores others, double factor) {
        for (int place = 0; place < products.length; place++) {
            if (products[place] != EMPTY) {
                others.add(products[place], factor * scores[place]);
            }
        }
    }

    int size() {
        return size;
    }

    /** Every product with a sum above zero. */
    Candidate[] candidates() {
        Candidate[] candidates = new Candidate[size];
        int filled = 0;
        for (int place = 0; place < products.length; place++) {
            if (products[place] != EMPTY && scores[place] > 0) {
                candidates[filled++] = new Candidate(products[place], scores[place]);
            }
        }
        return Arrays.copyOf(candidates, filled);
    }

    private static int place(long[] table, long product) {
        int mask = table.length - 1;
        int place = (int) ((product * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (table[place] != EMPTY && table[place] != product) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] biggerProducts = new long[2 * products.length];
        double[] biggerScores = new double[2 * products.length];
        Arrays.fill(biggerProducts, EMPTY);
        for (int old = 0; old < products.length; old++) {
            if (products[old] != EMPTY) {
                int place = place(biggerProducts, products[old]);
                biggerProducts[place] = products[old];
                biggerScores[place] = scores[old];
            }
        }
        products = biggerProducts;
        scores = biggerScores;
    }
}
