package org.cartograph.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, as far as tests need it. */
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** The quantile of a two-sided interval of 95 %: 1.95996. */
    static final double TWO_SIDED_95 = STANDARD.inverseCumulativeProbability(0.975);

    /** The quantile that a power of 80 % asks for: 0.84162. */
    static final double POWER_80 = STANDARD.inverseCumulativeProbability(0.8);

    private Normal() {}

    /** How likely a standard normal draw is at least as far from zero. */
    static double twoSided(double z) {
        return 2 * STANDARD.survivalProbability(Math.abs(z));
    }
}
