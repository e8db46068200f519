package org.cartograph.merchandise;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a merchandiser has ruled.
 *
 * @param name its key
 * @param action what it does
 * @param selector the products that it is about
 * @param contexts the pages where it acts; all when empty
 * @param placements the boxes where it acts; all when empty
 * @param rank the place that a pin gives, from 1; 0 for other actions
 * @param factor what a boost or bury multiplies a score with; of a margin rule the priority, 0 to 1; 1 for other actions
 * @param floor the least margin in money per piece that a margin rule lets into the box; negative infinity without one
 * @param period when it acts
 * @param note what the merchandiser wrote, or null
 */
public record Rule(
        String name,
        Action action,
        Selector selector,
        Set<String> contexts,
        Set<String> placements,
        int rank,
        double factor,
        double floor,
        Period period,
        @Nullable String note) {

    /** The order in which rules win: hide, pin (by rank), boost, bury, margin; then by name. */
    public static final Comparator<Rule> ORDER =
            Comparator.comparing(Rule::action).thenComparingInt(Rule::rank).thenComparing(Rule::name);

    /** Whether it is about a box. */
    public boolean concerns(String context, String placement) {
        return (contexts.isEmpty() || contexts.contains(context))
                && (placements.isEmpty() || placements.contains(placement));
    }

    /** Whether it may keep a product out of a box. */
    boolean mayHide() {
        return action == Action.HIDE || floor > Double.NEGATIVE_INFINITY;
    }

    /** Whether it may change a score. */
    boolean mayMultiply() {
        return switch (action) {
            case HIDE, PIN -> false;
            case BOOST, BURY -> true;
            case MARGIN -> factor > 0;
        };
    }

    /**
     * What it multiplies the score of one of its products with.
     *
     * @param price of a piece, null when unknown
     * @param margin of a piece, null when unknown
     */
    double multiplier(@Nullable Double price, @Nullable Double margin) {
        return switch (action) {
            case HIDE, PIN -> 1;
            case BOOST, BURY -> factor;
            // Without either number nothing is known to be earned, and nothing is known to be lost.
            case MARGIN ->
                price == null || margin == null || !(price > 0)
                        ? 1
                        : 1 + factor * Math.max(0, Math.min(1, margin / price));
        };
    }
}
