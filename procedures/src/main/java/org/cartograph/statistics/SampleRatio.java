package org.cartograph.statistics;

import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Did every group get its share of the units?
 *
 * <p>Pearson's χ² against the planned shares. Where it fails, units were lost or counted twice on one side, and no figure of the
 * experiment means anything until it is known why; so the alarm is rare, p below {@value #ALARM} (Fabijan et al.,
 * Diagnosing sample ratio mismatch in online controlled experiments, KDD 2019).
 */
public final class SampleRatio {
    /** The p-value below which the experiment must not be trusted. */
    public static final double ALARM = 0.001;

    private SampleRatio() {}

    /**
     * The p-value that the counts are of the planned shares; 1 for fewer than two groups and without any units.
     *
     * @param counts units in each group
     * @param shares what was planned for each, above 0, in any unit
     */
    public static double pValue(long[] counts, double[] shares) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        if (total == 0 || counts.length < 2) {
            return 1;
        }
        return ChiSquareTest.withDefaults().test(shares, counts).getPValue();
    }
}
