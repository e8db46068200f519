package org.cartograph.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Do two groups have the same mean, whatever their variances and sizes?
 *
 * <p>Welch's test: {@code t = (m₁ − m₀) / √(s₀²/n₀ + s₁²/n₁)} with the degrees of freedom of Welch and Satterthwaite (Welch,
 * The generalization of "Student's" problem when several different population variances are involved, Biometrika 34, 1947).
 *
 * @param control the group that the other is held against
 * @param treated the other
 */
public record TwoMeans(Moments control, Moments treated) {
    private static final double UPPER = 0.975;

    /** The two-sided p-value for one look; 1 where nothing can be said. */
    public double pValue() {
        double error = Math.sqrt(squaredError());
        return isTestable() ? 2 * student().survivalProbability(Math.abs(difference()) / error) : 1;
    }

    /** The difference of the means with its interval; no width where nothing can be said. */
    public Interval interval() {
        double half = isTestable() ? student().inverseCumulativeProbability(UPPER) * Math.sqrt(squaredError()) : 0;
        return new Interval(difference(), difference() - half, difference() + half);
    }

    double difference() {
        return treated.mean() - control.mean();
    }

    /** The squared standard error of the difference. */
    double squaredError() {
        return control.squaredError() + treated.squaredError();
    }

    boolean isTestable() {
        return control.count() > 1 && treated.count() > 1 && squaredError() > 0;
    }

    private TDistribution student() {
        double c = control.squaredError();
        double t = treated.squaredError();
        return TDistribution.of((c + t) * (c + t) / (c * c / (control.count() - 1) + t * t / (treated.count() - 1)));
    }
}
