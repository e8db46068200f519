package org.cartograph.similarity;

/**
 * Exponential forgetting: what is {@code age} old counts {@code 2^(−age/halfLife)}.
 *
 * <p>A sum of such weights can be carried to a later time as a whole, so that it is kept as one number with its time, and
 * what is added late counts as if it had come in its turn.
 *
 * @param halfLifeDays age at which something counts half, in days, above zero
 */
public record Forgetting(double halfLifeDays) {
    private static final double MILLIS_A_DAY = 24 * 60 * 60 * 1_000;

    /**
     * What is left at one time of what counted 1 at another; 1 when that is later.
     *
     * @param from in milliseconds
     * @param to in milliseconds
     */
    public double left(long from, long to) {
        return Math.pow(2, -Math.max(0, to - from) / MILLIS_A_DAY / halfLifeDays);
    }
}
