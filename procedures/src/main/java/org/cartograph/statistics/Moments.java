package org.cartograph.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a test needs to know of a sample.
 *
 * @param count n, how many were measured
 * @param mean their mean; 0 without any
 * @param variance s², the unbiased estimate of their variance; 0 below two
 */
public record Moments(long count, double mean, double variance) {
    private static final double UPPER = 0.975;

    /** The squared standard error of the mean: {@code s²/n}. */
    public double squaredError() {
        return count == 0 ? 0 : variance / count;
    }

    /** The mean with Student's interval, {@code mean ± t·s/√n} with n − 1 degrees of freedom; no width below two. */
    public Interval interval() {
        if (count < 2) {
            return new Interval(mean, mean, mean);
        }
        double half = TDistribution.of(count - 1.0).inverseCumulativeProbability(UPPER) * Math.sqrt(squaredError());
        return new Interval(mean, mean - half, mean + half);
    }
}
