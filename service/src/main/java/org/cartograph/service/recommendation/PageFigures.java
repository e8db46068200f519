package org.cartograph.service.recommendation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What an operator sees of pages: {@code cartograph.page}, {@code cartograph.placement}, {@code cartograph.places} and
 * {@code cartograph.degraded} of the metrics.
 *
 * <p>Names of pages and boxes are those that the shop knows, callers can make up none; a shop with more than two hundred
 * boxes has the rest counted as {@code other}. Meters are kept at hand, so that an answer looks none up. What was asked
 * before the service was ready, to warm it up, is not counted.
 */
@Component
final class PageFigures {

    private static final int MOST_BOXES = 200;
    private static final String OTHER = "other";
    /** The database answered, with nothing to show. */
    static final String EMPTY = "empty";

    private final MeterRegistry meters;
    private final LastResort sizes;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, Counter> degraded = new ConcurrentHashMap<>();
    private volatile boolean counting;

    PageFigures(MeterRegistry meters, LastResort sizes) {
        this.meters = meters;
        this.sizes = sizes;
    }

    private record Page(OutcomeTimers timers, Map<String, BoxFigures> boxes) {}

    @EventListener(ApplicationReadyEvent.class)
    void countFromNowOn() {
        for (DatabaseAway.Reason reason : DatabaseAway.Reason.values()) {
            degraded(reason.word());
        }
        degraded(EMPTY);
        counting = true;
    }

    /** Counts an answer of the database. */
    void fromShop(ShopAnswer answer, RecommendationRequest request, long nanos) {
        if (!counting) {
            return;
        }
        Page page = page(request.context());
        page.timers().record(PageOutcome.of(answer.placements()), nanos);
        boolean meantToBeEmpty = answer.offersNothing() && !answer.experiments().isEmpty();
        for (Placement box : answer.placements()) {
            BoxFigures figures = box(page, request.context(), box.name());
            figures.time(PageOutcome.of(box), nanos);
            if (!meantToBeEmpty) {
                figures.fromShop(box, wanted(request, box));
            }
        }
    }

    /** Counts an answer of the snapshot. */
    void fromLastResort(RecommendationAnswer answer, RecommendationRequest request, long nanos) {
        if (!counting) {
            return;
        }
        Page page = page(request.context());
        page.timers().record(PageOutcome.DEGRADED, nanos);
        for (Placement box : answer.placements()) {
            BoxFigures figures = box(page, request.context(), box.name());
            figures.time(PageOutcome.DEGRADED, nanos);
            figures.fromLastResort(box, wanted(request, box));
        }
    }

    /** Counts why the database did not answer a page. */
    void withoutTheShop(String reason) {
        if (counting) {
            degraded(reason).increment();
        }
    }

    private Counter degraded(String reason) {
        return degraded.computeIfAbsent(reason, word -> meters.counter("cartograph.degraded", "reason", word));
    }

    private int wanted(RecommendationRequest request, Placement box) {
        return request.limit() == null ? sizes.size(request.context(), box.name()) : request.limit();
    }

    private Page page(String context) {
        Page known = pages.get(context);
        return known == null ? pages.computeIfAbsent(named(context, pages.size()), this::newPage) : known;
    }

    private Page newPage(String context) {
        List<Tag> tags = List.of(Tag.of("context", context));
        return new Page(
                new OutcomeTimers("cartograph.page", "Answers", tags, meters, 0.5, 0.95, 0.99),
                new ConcurrentHashMap<>());
    }

    private BoxFigures box(Page page, String context, String placement) {
        BoxFigures known = page.boxes().get(placement);
        return known == null
                ? page.boxes()
                        .computeIfAbsent(
                                named(placement, boxes()), name -> new BoxFigures(named(context), name, meters))
                : known;
    }

    private int boxes() {
        return pages.values().stream().mapToInt(page -> page.boxes().size()).sum();
    }

    private String named(String context) {
        return pages.containsKey(context) ? context : OTHER;
    }

    private static String named(String name, int already) {
        return already < MOST_BOXES ? name : OTHER;
    }
}
