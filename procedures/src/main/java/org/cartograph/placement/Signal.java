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
    /** What most buyers of a seed add: by confidence, not by weight. */
    ACCESSORY(null, Start.NOWHERE),
    /** Of a seed's category, and dearer by the placement's band. */
    UPGRADE(null, Start.NOWHERE),
    /** Of a seed's series, collection or brand. */
    SAME_SET(null, Start.NOWHERE),
    /** Edges that new products inherited, of the placement's own family, from wherever the placement starts. */
    NEW_PRODUCTS(null, Start.PLACEMENT),
    HISTORY_BOUGHT_TOGETHER(Family.BOUGHT_TOGETHER, Start.HISTORY),
    HISTORY_BOUGHT_NEXT(Family.BOUGHT_NEXT, Start.HISTORY),
    HISTORY_ALSO_BOUGHT(Family.ALSO_BOUGHT, Start.HISTORY),
    HISTORY_SIMILAR(Family.SIMILAR, Start.HISTORY),
    LATEST_BOUGHT_TOGETHER(Family.BOUGHT_TOGETHER, Start.LATEST),
    LATEST_BOUGHT_NEXT(Family.BOUGHT_NEXT, Start.LATEST),
    SESSION_BOUGHT_TOGETHER(Family.BOUGHT_TOGETHER, Start.SESSION),
    SESSION_ALSO_VIEWED(Family.ALSO_VIEWED, Start.SESSION),
    SESSION_SIMILAR(Family.SIMILAR, Start.SESSION),
    /** What the customer buys again and again. */
    BOUGHT_BEFORE(null, Start.NOWHERE),
    /** Of that, what is used up by now; the more so, the more often it was bought. */
    DUE(null, Start.NOWHERE),
    /** What sells best in the categories of the seeds, of the past, and of what the customer prefers. */
    POPULAR_IN_CATEGORY(null, Start.NOWHERE),
    /** What sells more than it used to, in those categories. */
    TRENDING_IN_CATEGORY(null, Start.NOWHERE),
    /** The same in the whole shop. */
    TRENDING(null, Start.NOWHERE),
    /** What was released within the last 30 days, in those categories. */
    RELEASED(null, Start.NOWHERE),
    /** What has the most stars in those categories. */
    TOP_RATED(null, Start.NOWHERE),
    /** What the shop's people picked for the page. */
    STAFF_PICKS(null, Start.NOWHERE),
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
        /** The products of the customer's latest order. */
        LATEST,
        /** What the shopper looked at or put into the cart within the last hour. */
        SESSION,
        /** Where the placement starts. */
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
