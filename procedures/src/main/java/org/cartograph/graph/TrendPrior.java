package org.cartograph.graph;

import java.util.stream.DoubleStream;

/**
 * How much what sells well of late is preferred: {@code (s + c) / (s_max + c)}, with s a product's purchases of late, an
 * older one counting less, and c a tenth of the mean of s, so that what did not sell of late is not lost.
 *
 * <p>1 for the product that sells best, and for all while nothing is known.
 */
public final class TrendPrior {
    private static final double SMOOTHING = 0.1;

    private final double smooth;
    private final double most;

    /** The prior in a shop whose products have these recent sales. */
    public TrendPrior(DoubleStream recentSales) {
        double sum = 0;
        double highest = 0;
        long count = 0;
        for (double sales : recentSales.toArray()) {
            sum += sales;
            highest = Math.max(highest, sales);
            count++;
        }
        this.most = highest;
        this.smooth = count == 0 ? 0 : SMOOTHING * sum / count;
    }

    /** The prior of a product with these recent sales, above 0 and at most 1. */
    public double of(double sales) {
        return most == 0 ? 1 : (sales + smooth) / (most + smooth);
    }
}
