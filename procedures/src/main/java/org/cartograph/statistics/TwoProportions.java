package org.cartograph.statistics;

/**
 * Do two groups succeed alike?
 *
 * <p>The z test with the pooled share: {@code z = (p₁ − p₀) / √(p(1−p)(1/n₀ + 1/n₁))}. It is a test for one look, at a time
 * that was fixed before: whoever looks every day and stops at the first p below .05 is wrong far more often than one time
 * in twenty. For that there is {@link AlwaysValid}.
 *
 * @param control the group that the other is held against
 * @param treated the other
 */
public record TwoProportions(Proportion control, Proportion treated) {
    /** The two-sided p-value; 1 where nothing can be said. */
    public double pValue() {
        double squaredError = pooledSquaredError();
        return squaredError > 0 ? Normal.twoSided(difference() / Math.sqrt(squaredError)) : 1;
    }

    /**
     * The difference of the shares with its interval by Newcombe's method 10, which puts two Wilson intervals together
     * and also holds for few successes (Newcombe, Interval estimation for the difference between independent proportions,
     * Statistics in Medicine 17, 1998).
     */
    public Interval interval() {
        Interval c = control.wilson();
        Interval t = treated.wilson();
        double difference = difference();
        return new Interval(
                difference,
                difference - Math.hypot(t.value() - t.low(), c.high() - c.value()),
                difference + Math.hypot(t.high() - t.value(), c.value() - c.low()));
    }

    double difference() {
        return treated.rate() - control.rate();
    }

    /** The share of both groups together: the best guess where they succeed alike. */
    double pooledRate() {
        long trials = control.trials() + treated.trials();
        return trials == 0 ? 0 : (double) (control.successes() + treated.successes()) / trials;
    }

    /** The squared standard error of the difference where both succeed alike; 0 where a group is empty. */
    double pooledSquaredError() {
        if (control.trials() == 0 || treated.trials() == 0) {
            return 0;
        }
        double p = pooledRate();
        return p * (1 - p) * (1.0 / control.trials() + 1.0 / treated.trials());
    }
}
