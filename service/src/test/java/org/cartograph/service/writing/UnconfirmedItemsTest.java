package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.cartograph.service.RunningService;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.recommendation.Exposure;
import org.cartograph.service.recommendation.Exposures;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose database is away: nobody waits for what is handed in behind an answer's back, but it is counted. */
final class UnconfirmedItemsTest {

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = RunningService.start("bolt://127.0.0.1:1", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void failForWhoeverHandedThemIn() {
        assertThat(service.part(GroupCommit.class).enqueue(Notes.of(1), List.of("a")))
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotWritten.class);
    }

    @Test
    void areCountedByTheirKind() {
        service.part(GroupCommit.class).enqueue(Notes.of(1), List.of("b", "c"));

        Writer.eventually(() -> assertThat(count("cartograph.writing.items?tag=kind:notes&tag=outcome:unconfirmed"))
                .isGreaterThanOrEqualTo(2));
    }

    @Test
    void areCountedWhereTheyAreExposuresOfAnExperiment() {
        service.part(Exposures.class)
                .note(
                        List.of(new Exposure("boxes", "big", "v1")),
                        RecommendationRequest.of("home"),
                        Instant.parse("2026-03-01T08:00:00Z"));

        Writer.eventually(() -> assertThat(count("cartograph.exposures.dropped?tag=reason:unconfirmed"))
                .isEqualTo(1));
    }

    private static double count(String metric) {
        return service.get("/actuator/metrics/" + metric)
                .body()
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble();
    }
}
