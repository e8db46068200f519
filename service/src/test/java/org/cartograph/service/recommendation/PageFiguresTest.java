package org.cartograph.service.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.cartograph.service.recommendation.RecommendationAnswer.ProductCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boxes of four places. */
final class PageFiguresTest {

    private static final ProductCard CARD = new ProductCard("Mug", 6.0, null, null);
    private static final long FIVE_MILLIS = 5_000_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PageFigures figures = new PageFigures(meters, new LastResort() {
        @Override
        public Optional<Offer> offer(RecommendationRequest request) {
            return Optional.empty();
        }

        @Override
        public int size(String context, String placement) {
            return 4;
        }
    });

    @BeforeEach
    void beReady() {
        figures.countFromNowOn();
    }

    private static Placement box(String name, boolean... fallbacks) {
        List<Item> items = IntStream.range(0, fallbacks.length)
                .mapToObj(place -> new Item(
                        "p" + place,
                        place + 1,
                        place + 1,
                        1,
                        "BOUGHT_TOGETHER",
                        fallbacks[place],
                        false,
                        CARD,
                        List.of()))
                .toList();
        return new Placement(name, name, items);
    }

    private void answer(List<Exposure> experiments, Placement... boxes) {
        ShopAnswer answer = new ShopAnswer(Instant.EPOCH, List.of(), null, experiments, List.of(boxes));
        figures.fromShop(answer, RecommendationRequest.of("cart"), FIVE_MILLIS);
    }

    private double places(String filled) {
        return Search.in(meters).name("cartograph.places").tag("filled", filled).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long timed(String name, String... tags) {
        return Search.in(meters).name(name).tags(tags).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void countsWhatFilledThePlaces() {
        answer(List.of(), box("upgrade", false, false, true));

        assertThat(places("model")).isEqualTo(2);
        assertThat(places("fallback")).isOne();
        assertThat(places("nothing")).isOne();
        assertThat(places("snapshot")).isZero();
    }

    @Test
    void callsABoxOfFallbacksColdAndItsPagePrimaryWhenAnotherBoxIsNot() {
        answer(List.of(), box("upgrade", true, true), box("dont-forget", false));

        assertThat(timed("cartograph.placement", "placement", "upgrade", "outcome", "cold"))
                .isOne();
        assertThat(timed("cartograph.placement", "placement", "dont-forget", "outcome", "primary"))
                .isOne();
        assertThat(timed("cartograph.page", "context", "cart", "outcome", "primary"))
                .isOne();
    }

    @Test
    void callsAPageOfFallbacksCold() {
        answer(List.of(), box("upgrade", true), box("dont-forget"));

        assertThat(timed("cartograph.page", "outcome", "cold")).isOne();
    }

    @Test
    void countsNoPlacesThatAnExperimentWantsEmpty() {
        answer(List.of(new Exposure("boxes", "none", "ann")), box("upgrade"));

        assertThat(places("nothing")).isZero();
    }

    @Test
    void callsAnAnswerOfTheSnapshotDegraded() {
        figures.withoutTheShop("late");
        figures.fromLastResort(
                new RecommendationAnswer("t", null, 5, true, List.of(), null, List.of(box("upgrade", true, true))),
                RecommendationRequest.of("cart"),
                FIVE_MILLIS);

        assertThat(timed("cartograph.page", "outcome", "degraded")).isOne();
        assertThat(timed("cartograph.placement", "outcome", "degraded")).isOne();
        assertThat(places("snapshot")).isEqualTo(2);
        assertThat(meters.counter("cartograph.degraded", "reason", "late").count())
                .isOne();
    }

    @Test
    void showsPercentilesBesideTheBuckets() {
        answer(List.of(), box("upgrade", false));

        assertThat(Stream.of("0.5", "0.95", "0.99"))
                .allSatisfy(phi -> assertThat(meters.get("cartograph.page.quantile")
                                .tag("phi", phi)
                                .timeGauge()
                                .value(TimeUnit.MILLISECONDS))
                        .isBetween(4.5, 5.5));
        assertThat(meters.get("cartograph.page").timer().takeSnapshot().histogramCounts())
                .extracting(bucket -> bucket.bucket(TimeUnit.MILLISECONDS))
                .contains(25.0, 50.0, 100.0, 150.0, 200.0);
    }

    @Test
    void countsBoxesBeyondTwoHundredTogether() {
        answer(
                List.of(),
                IntStream.range(0, 300)
                        .mapToObj(each -> box("box-" + each, false))
                        .toArray(Placement[]::new));

        assertThat(Search.in(meters).name("cartograph.placement").timers()).hasSize(201);
        assertThat(timed("cartograph.placement", "placement", "other")).isEqualTo(100);
    }

    @Test
    void countsNothingBeforeTheServiceIsReady() {
        SimpleMeterRegistry untouched = new SimpleMeterRegistry();
        PageFigures early = new PageFigures(untouched, request -> Optional.empty());

        early.withoutTheShop("late");
        early.fromShop(
                new ShopAnswer(Instant.EPOCH, List.of(), null, List.of(), List.of(box("upgrade", false))),
                RecommendationRequest.of("cart"),
                FIVE_MILLIS);

        assertThat(untouched.getMeters()).isEmpty();
    }
}
