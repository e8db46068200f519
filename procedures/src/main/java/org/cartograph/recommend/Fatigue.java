package org.cartograph.recommend;

import java.time.Duration;
import java.time.Instant;
import org.cartograph.placement.Stages;
import org.cartograph.shop.Shopper;
import org.jspecify.annotations.Nullable;

/** Lets rest what somebody was shown again and again and never clicked: see {@link Stages.Fatigue}. */
final class Fatigue {
    static final String STAGE = "fatigue";

    private final Shopper shopper;
    private final Instant now;

    Fatigue(Shopper shopper, Instant now) {
        this.shopper = shopper;
        this.now = now;
    }

    /** Whether a product rests. */
    boolean rests(long product, Stages.Fatigue patience) {
        Shopper.Seen seen = inVain(product, patience);
        return seen != null && seen.times() >= patience.times();
    }

    /** Lets a product that does not rest yet sink step by step, so that the box changes. */
    void adjust(Contender contender, Stages.Fatigue patience) {
        Shopper.Seen seen = inVain(contender.product(), patience);
        if (seen != null) {
            contender.multiply(STAGE, null, Math.pow(2, -(double) seen.times() / patience.times()));
        }
    }

    private Shopper.@Nullable Seen inVain(long product, Stages.Fatigue patience) {
        if (patience.times() == 0) {
            return null;
        }
        Shopper.Seen seen = shopper.seen().get(product);
        boolean counts = seen != null
                && !seen.clicked()
                && Duration.between(seen.lastAt(), now).compareTo(Duration.ofDays(patience.restDays())) < 0;
        return counts ? seen : null;
    }
}
