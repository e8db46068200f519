package org.cartograph.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.cartograph.service.recommendation.Exposure;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.junit.jupiter.api.Test;

final class ExposureQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<Exposure> TWO =
            List.of(new Exposure("boxes", "big", "ann"), new Exposure("words", "warm", "v1"));

    private final List<Map<String, Object>> handedIn = new ArrayList<>();
    private final List<CompletableFuture<Object>> answers = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private static RecommendationRequest request() {
        return new RecommendationRequest(
                "home", null, "ann", "v1", "s1", null, null, null, null, null, null, null, null, null);
    }

    /** A queue with a writer that answers when the test says so. */
    private ExposureQueue queue() {
        return new ExposureQueue(
                exposure -> {
                    handedIn.add(exposure);
                    answers.add(new CompletableFuture<>());
                    return answers.get(answers.size() - 1);
                },
                meters);
    }

    private double dropped(String reason) {
        return meters.get("cartograph.exposures.dropped")
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Test
    void handsEachExposureInOnce() {
        ExposureQueue queue = queue();

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
    }

    @Test
    void dropsNothingThatWasWritten() {
        ExposureQueue queue = queue();
        queue.note(TWO, request(), NOW);

        answers.forEach(answer -> answer.complete("written"));
        queue.note(TWO, request(), NOW);

        assertThat(handedIn).hasSize(2);
        assertThat(dropped("refused")).isZero();
        assertThat(dropped("unconfirmed")).isZero();
    }

    @Test
    void namesNobodyWhoIsNotNamed() {
        ExposureQueue queue = queue();

        queue.note(TWO, RecommendationRequest.of("home"), NOW);

        assertThat(handedIn).allSatisfy(exposure -> assertThat(exposure).doesNotContainKeys("customerId", "visitorId"));
    }

    @Test
    void countsWhatThereWasNoTimeToWriteAndHandsItInWithTheNextAnswer() {
        ExposureQueue queue = queue();
        queue.note(TWO, request(), NOW);

        answers.get(0).completeExceptionally(new TooMuchToWrite(1_000));
        queue.note(TWO, request(), NOW);

        assertThat(dropped("refused")).isEqualTo(1);
        assertThat(dropped("unconfirmed")).isZero();
        assertThat(handedIn).hasSize(3);
        assertThat(handedIn.get(2)).isEqualTo(handedIn.get(0));
    }

    @Test
    void countsWhatTheDatabaseDidNotConfirmAndHandsItInWithTheNextAnswer() {
        ExposureQueue queue = queue();
        queue.note(TWO, request(), NOW);

        answers.get(1).completeExceptionally(NotWritten.unconfirmed());
        queue.note(TWO, request(), NOW);

        assertThat(dropped("unconfirmed")).isEqualTo(1);
        assertThat(dropped("refused")).isZero();
        assertThat(handedIn).hasSize(3);
        assertThat(handedIn.get(2)).isEqualTo(handedIn.get(1));
    }

    @Test
    void neverFailsAnAnswer() {
        ExposureQueue queue = new ExposureQueue(
                exposure -> {
                    throw new IllegalStateException("closed");
                },
                meters);

        queue.note(TWO, request(), NOW);

        assertThat(dropped("unconfirmed")).isEqualTo(2);
    }
}
