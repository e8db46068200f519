package org.cartograph.similarity;

import java.time.Duration;

/**
 * How a product is bought again.
 *
 * @param share of the customers who bought it, those who came back for it: 0 to 1
 * @param gapDays median days between two consecutive orders of it by the same customer, 0 when unknown
 */
public record Repeats(double share, double gapDays) {
    /** Nothing is known. */
    public static final Repeats NONE = new Repeats(0, 0);

    /** Where fewer than a fifth come back, most customers have what they need. */
    private static final double REPLENISHABLE = 0.2;
    /** Half of all customers come back before the median gap, so an offer on its last day is late. */
    private static final double SOON = 0.7;

    private static final double SECONDS_A_DAY = 24 * 60 * 60;

    /** How much of the gap has passed since a purchase, 0 to 1; 1 where no gap is known. */
    public double passed(Duration since) {
        return gapDays == 0 ? 1 : Math.min(1, days(since) / gapDays);
    }

    /** Whether it is bought again and again, and it is time to. */
    public boolean due(Duration since) {
        return share >= REPLENISHABLE && days(since) >= SOON * gapDays;
    }

    private static double days(Duration since) {
        return Math.max(0, since.toSeconds()) / SECONDS_A_DAY;
    }
}
