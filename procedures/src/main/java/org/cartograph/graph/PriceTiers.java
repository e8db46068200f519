package org.cartograph.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a price stands among the prices of a category: {@code (cheaper + ½ · (as dear − 1)) / (n − 1)} over the n
 * products with a price, so that 0 is the cheapest, 1 the dearest, and products of one price share the middle.
 */
public final class PriceTiers {
    private final Map<Long, double[]> prices = new HashMap<>();

    /** Tiers of these prices, by category; NaN is no price. */
    public PriceTiers(Map<Long, double[]> byCategory) {
        byCategory.forEach((category, all) -> {
            double[] sorted = Arrays.stream(all)
                    .filter(price -> !Double.isNaN(price))
                    .sorted()
                    .toArray();
            if (sorted.length > 1) {
                prices.put(category, sorted);
            }
        });
    }

    /** The tier among the smallest of these categories, which says most; NaN when none has two prices. */
    public double of(double price, List<Long> categories) {
        double[] smallest = null;
        for (Long category : categories) {
            double[] sorted = prices.get(category);
            if (sorted != null && (smallest == null || sorted.length < smallest.length)) {
                smallest = sorted;
            }
        }
        return smallest == null || Double.isNaN(price) ? Double.NaN : tier(price, smallest);
    }

    private static double tier(double price, double[] sorted) {
        int cheaper = below(price, sorted);
        int asDear = below(Math.nextUp(price), sorted) - cheaper;
        return (cheaper + 0.5 * (asDear - 1)) / (sorted.length - 1);
    }

    /** How many cost less. */
    private static int below(double price, double[] sorted) {
        int from = 0;
        int until = sorted.length;
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (sorted[middle] < price) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from;
    }
}
