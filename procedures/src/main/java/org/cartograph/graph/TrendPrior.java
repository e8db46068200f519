package org.cartograph.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * How much what sells well of late is preferred: {@code (s + c) / (s_max + c)}, with s a product's purchases of late, an
 * older one counting less, and c a tenth of the mean of s, so that what did not sell of late is not lost.
 *
 * <p>1 for the product that sells best, and for all while nothing is known.
 */
public final class TrendPrior {
    private static final double SMOOTHING = 0.1;

    private final Map<Long, Double> priors = new HashMap<>();
    private final double others;

    /** The prior of these recent sales; a product that is not listed has none. */
    public TrendPrior(Map<Long, Double> recentSales) {
        double most = 0;
        double sum = 0;
        for (double sales : recentSales.values()) {
            most = Math.max(most, sales);
            sum += sales;
        }
        if (most == 0) {
            this.others = 1;
            return;
        }
        double smooth = SMOOTHING * sum / recentSales.size();
        double scale = most + smooth;
        this.others = smooth / scale;
        recentSales.forEach((product, sales) -> priors.put(product, (sales + smooth) / scale));
    }

    /** The prior of a product, above 0 and at most 1. */
    public double of(long product) {
        return priors.getOrDefault(product, others);
    }
}
