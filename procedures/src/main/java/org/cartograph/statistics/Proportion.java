package org.cartograph.statistics;

/**
 * How many of many: conversions of visitors, clicks of impressions.
 *
 * @param successes 0 to {@code trials}
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) {
    /** @throws IllegalArgumentException when there are more successes than trials */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "`successes` must be between 0 and " + trials + ", but was " + successes + ".");
        }
    }

    /** The share; 0 where nothing was tried. */
    public double rate() {
        return trials == 0 ? 0 : (double) successes / trials;
    }

    /**
     * The share with Wilson's score interval, {@code (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)}, which also
     * holds for few successes (Wilson, Probable inference, the law of succession, and statistical inference, JASA 22,
     * 1927); 0 to 1 where nothing was tried.
     */
    public Interval wilson() {
        if (trials == 0) {
            return new Interval(0, 0, 1);
        }
        double p = rate();
        double square = Normal.TWO_SIDED_95 * Normal.TWO_SIDED_95 / trials;
        double middle = (p + square / 2) / (1 + square);
        double half = Math.sqrt(square * p * (1 - p) + square * square / 4) / (1 + square);
        return new Interval(p, Math.max(0, Math.min(p, middle - half)), Math.min(1, Math.max(p, middle + half)));
    }

    /** The same as a sample of ones and zeros. */
    public Moments moments() {
        double variance = trials < 2 ? 0 : rate() * (1 - rate()) * trials / (trials - 1);
        return new Moments(trials, rate(), variance);
    }
}
