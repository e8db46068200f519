package org.cartograph.service.recommendation;

import java.util.List;
import java.util.Locale;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;

/** What an answer, or one box of it, was made of. */
enum PageOutcome {
    /** The model had a part in it; edges that a new product inherited are the model's. */
    PRIMARY,
    /** The snapshot stood in for the database. */
    DEGRADED,
    /** The database answered, without a model or with fallbacks alone: there was no evidence to go by. */
    COLD;

    /** Of a box that the database filled. */
    static PageOutcome of(Placement box) {
        for (Item item : box.items()) {
            if (!item.fallback()) {
                return PRIMARY;
            }
        }
        return COLD;
    }

    /** Of a page that the database answered. */
    static PageOutcome of(List<Placement> boxes) {
        for (Placement box : boxes) {
            if (of(box) == PRIMARY) {
                return PRIMARY;
            }
        }
        return COLD;
    }

    /** As metrics name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
