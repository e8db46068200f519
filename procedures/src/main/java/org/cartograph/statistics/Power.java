package org.cartograph.statistics;

/**
 * What would a sample of some size show, with a power of 80 % at the 5 % level?
 *
 * <p>{@code δ = (z₀.₉₇₅ + z₀.₈) · √(s²(1/n₀ + 1/n₁))}, so 2.80 standard errors: of a hundred experiments with a true
 * difference of δ, eighty find it (Cohen, Statistical power analysis for the behavioral sciences, 1988).
 */
public final class Power {
    private static final double ERRORS = Normal.TWO_SIDED_95 + Normal.POWER_80;

    private Power() {}

    /** The smallest difference of means that two groups of these sizes would show; infinite where a group is empty. */
    public static double detectable(double variance, long control, long treated) {
        return control == 0 || treated == 0
                ? Double.POSITIVE_INFINITY
                : ERRORS * Math.sqrt(variance * (1.0 / control + 1.0 / treated));
    }

    /**
     * Successes that a group needs, so that two groups of its size show a lift of a rare share; for rare successes it
     * does not matter how rare: {@code 2 · (ERRORS/lift)²}.
     *
     * @param lift as a share, above 0
     */
    public static long successes(double lift) {
        return (long) Math.ceil(2 * (ERRORS / lift) * (ERRORS / lift));
    }
}
