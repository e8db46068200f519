package org.cartograph.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartograph.service.recommendation.Exposure;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.junit.jupiter.api.Test;

final class ExposureQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<Exposure> TWO =
            List.of(new Exposure("boxes", "big", "ann"), new Exposure("words", "warm", "v1"));

    private final List<Map<String, Object>> handedIn = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private static RecommendationRequest request() {
        return new RecommendationRequest(
                "home", null, "ann", "v1", "s1", null, null, null, null, null, null, null, null, null);
    }

    private double dropped() {
        return meters.counter("cartograph.exposures.dropped").count();
    }

    @Test
    void handsEachExposureInOnce() {
        ExposureQueue queue = new ExposureQueue(handedIn::add, meters);

        queue.note(TWO, request(), NOW);
        queue.note(TWO, request(), NOW.plusSeconds(3));

        assertThat(handedIn)
                .containsExactly(
                        Map.of(
                                "experiment",
                                "boxes",
                                "variant",
                                "big",
                                "unit",
                                "ann",
                                "customerId",
                                "ann",
                                "visitorId",
                                "v1",
                                "at",
                                NOW.atZone(ZoneOffset.UTC)),
                        Map.of(
                                "experiment",
                                "words",
                                "variant",
                                "warm",
                                "unit",
                                "v1",
                                "customerId",
                                "ann",
                                "visitorId",
                                "v1",
                                "at",
                                NOW.atZone(ZoneOffset.UTC)));
        assertThat(dropped()).isZero();
    }

    @Test
    void namesNobodyWhoIsNotNamed() {
        ExposureQueue queue = new ExposureQueue(handedIn::add, meters);

        queue.note(TWO, RecommendationRequest.of("home"), NOW);

        assertThat(handedIn).allSatisfy(exposure -> assertThat(exposure).doesNotContainKeys("customerId", "visitorId"));
    }

    @Test
    void triesAgainWithTheNextAnswerWhereTheQueueWasFull() {
        ExposureQueue queue = new ExposureQueue(exposure -> handedIn.add(exposure) && handedIn.size() > 2, meters);

        queue.note(TWO, request(), NOW);
        assertThat(dropped()).isEqualTo(2);

        queue.note(TWO, request(), NOW);
        queue.note(TWO, request(), NOW);
        assertThat(handedIn).hasSize(4);
        assertThat(dropped()).isEqualTo(2);
    }

    @Test
    void neverFailsAnAnswer() {
        ExposureQueue queue = new ExposureQueue(
                exposure -> {
                    throw new IllegalStateException("closed");
                },
                meters);

        queue.note(TWO, request(), NOW);

        assertThat(dropped()).isEqualTo(2);
    }
}
