package org.cartograph.feedback.learning;

import java.util.Set;
import org.cartograph.settings.Settings;

/**
 * How much of a take an outcome is; the best of an offer counts, not their sum, and what was sent back counts nothing.
 *
 * @param bought 0 (sales teach nothing) to 1 (a whole take), default 1
 * @param addedToCart the same of what was put into the cart, default 0.5
 * @param clicked the same of what was looked at, default 0.1; with 1 for all three, whatever is clicked is as good as sold
 */
record Credit(double bought, double addedToCart, double clicked) {
    static final Set<String> KEYS = Set.of("bought", "addedToCart", "clicked");

    static Credit of(Settings given) {
        return new Credit(
                given.decimal("bought", 1, 0, 1),
                given.decimal("addedToCart", 0.5, 0, 1),
                given.decimal("clicked", 0.1, 0, 1));
    }

    /** What became of an offer, in takes: 0 to 1. */
    double of(Showing showing) {
        if (showing.has("returnedAt")) {
            return 0;
        }
        return Math.max(
                showing.has("boughtAt") ? bought : 0,
                Math.max(showing.has("addedAt") ? addedToCart : 0, showing.has("clickedAt") ? clicked : 0));
    }
}
