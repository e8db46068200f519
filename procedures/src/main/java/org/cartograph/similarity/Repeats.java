package org.cartograph.similarity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    /** Two purchases may be a slip of memory; from three on the gaps between them say something. */
    public static final int HABIT = 3;

    private static final double SECONDS_A_DAY = 24 * 60 * 60;

    /**
     * How one customer buys a product again: after the mean gap between their own purchases of it.
     *
     * @param span from the first purchase to the last
     * @param purchases how many, both included; {@link #NONE} follows from fewer than {@value #HABIT}
     */
    public static Repeats own(Duration span, int purchases) {
        return purchases < HABIT || span.isZero() ? NONE : new Repeats(1, days(span) / (purchases - 1));
    }

    /** How much of the gap has passed since a purchase, 0 to 1; 1 where no gap is known. */
    public double passed(Duration since) {
        return gapDays == 0 ? 1 : Math.min(1, days(since) / gapDays);
    }

    /** Whether it is bought again and again, and it is time to. */
    public boolean due(Duration since) {
        return share >= REPLENISHABLE && days(since) >= SOON * gapDays;
    }

    /** How long after a purchase it is due, or null for a product that is not known to be bought again and again. */
    public @Nullable Duration dueAfter() {
        return share >= REPLENISHABLE && gapDays > 0
                ? Duration.ofSeconds((long) Math.ceil(SOON * gapDays * SECONDS_A_DAY))
                : null;
    }

    private static double days(Duration since) {
        return Math.max(0, since.toSeconds()) / SECONDS_A_DAY;
    }
}
