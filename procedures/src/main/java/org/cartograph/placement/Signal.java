package org.cartograph.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cartograph.graph.Family;
import org.jspecify.annotations.Nullable;

/**
 * What can speak for a product: edges from the products of the page or from those of the customer's past, the
 * customer's habits, and what everybody buys.
 */
public enum Signal {
    BOUGHT_TOGETHER(Family.BOUGHT_TOGETHER, Start.SEEDS),
    BOUGHT_NEXT(Family.BOUGHT_NEXT, Start.SEEDS),
    ALSO_BOUGHT(Family.ALSO_BOUGHT, Start.SEEDS),
    ALSO_VIEWED(Family.ALSO_VIEWED, Start.SEEDS),
    SIMILAR(Family.SIMILAR, Start.SEEDS),
    /** Edges that new products inherited, of the placement's own family, from wherever the placement starts. */
    NEW_PRODUCTS(null, Start.PLACEMENT),
    HISTORY_BOUGHT_TOGETHER(Family.BOUGHT_TOGETHER, Start.HISTORY),
    HISTORY_BOUGHT_NEXT(Family.BOUGHT_NEXT, Start.HISTORY),
    HISTORY_ALSO_BOUGHT(Family.ALSO_BOUGHT, Start.HISTORY),
    HISTORY_SIMILAR(Family.SIMILAR, Start.HISTORY),
    /** What the customer buys again and again. */
    BOUGHT_BEFORE(null, Start.NOWHERE),
    /** What sells best in the categories of the seeds, of the past, and of what the customer prefers. */
    POPULAR_IN_CATEGORY(null, Start.NOWHERE),
    /** What sells best of late. */
    TRENDING(null, Start.NOWHERE),
    /** What sells best. */
    POPULAR(null, Start.NOWHERE);

    private final @Nullable Family family;
    private final Start start;

    Signal(@Nullable Family family, Start start) {
        this.family = family;
        this.start = start;
    }

    /** Where a signal's edges begin. */
    public enum Start {
        SEEDS,
        HISTORY,
        PLACEMENT,
        NOWHERE
    }

    /** The edges that it follows, or null. */
    @Nullable
    public Family family() {
        return family;
    }

    public Start start() {
        return start;
    }

    /** The name in a recipe, e.g. {@code alsoBought}. */
    public String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder key = new StringBuilder(words[0]);
        for (int at = 1; at < words.length; at++) {
            key.append(Character.toUpperCase(words[at].charAt(0))).append(words[at], 1, words[at].length());
        }
        return key.toString();
    }

    /** Every key that a recipe may hold. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Signal::key).toList();
    }
}
