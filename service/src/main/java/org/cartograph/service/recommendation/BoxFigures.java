package org.cartograph.service.recommendation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;

/** The figures of one box of one page: how long its page took, and who filled its places. */
final class BoxFigures {

    private final OutcomeTimers timers;
    private final Counter byModel;
    private final Counter byFallback;
    private final Counter bySnapshot;
    private final Counter byNothing;

    BoxFigures(String context, String placement, MeterRegistry meters) {
        List<Tag> tags = List.of(Tag.of("context", context), Tag.of("placement", placement));
        this.timers = new OutcomeTimers(
                "cartograph.placement", "Answers by placement: the time of their pages", tags, meters);
        this.byModel = places("model", tags, meters);
        this.byFallback = places("fallback", tags, meters);
        this.bySnapshot = places("snapshot", tags, meters);
        this.byNothing = places("nothing", tags, meters);
    }

    private static Counter places(String filled, List<Tag> tags, MeterRegistry meters) {
        return Counter.builder("cartograph.places")
                .description("Places of boxes that were asked for, by what filled them")
                .tags(tags)
                .tag("filled", filled)
                .register(meters);
    }

    void time(PageOutcome outcome, long nanos) {
        timers.record(outcome, nanos);
    }

    /**
     * Counts the places of a box.
     *
     * @param wanted how many it had; those that it has not filled stayed empty
     */
    void fromShop(Placement box, int wanted) {
        int fallbacks = 0;
        for (Item item : box.items()) {
            fallbacks += item.fallback() ? 1 : 0;
        }
        byModel.increment(box.items().size() - fallbacks);
        byFallback.increment(fallbacks);
        byNothing.increment(Math.max(0, wanted - box.items().size()));
    }

    void fromLastResort(Placement box, int wanted) {
        bySnapshot.increment(box.items().size());
        byNothing.increment(Math.max(0, wanted - box.items().size()));
    }
}
