package org.cartograph.service.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that has never seen its database. */
final class BeforeTheFirstSnapshotTest {

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
    void isNotReady() {
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
    }

    @Test
    void isAliveAllTheSame() {
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void saysThatItHasNothingToAnswerFrom() {
        Response answer = service.get("/v1/recommendations/home");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.detail())
                .isEqualTo("The service is not ready: it has not seen the shop yet, and answers once it has.");
    }

    @Test
    void refusesABadRequestAllTheSame() {
        assertThat(service.get("/v1/recommendations/hoem").status()).isEqualTo(400);
    }

    @Test
    void explainsNothingFromMemory() {
        Response answer =
                service.post("/v1/explanations", "{\"request\":{\"context\":\"cart\"},\"productId\":\"tea\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.detail()).startsWith("Nothing can be explained while the database is away");
        assertThat(service.post("/v1/explanations", "{\"productId\":\"tea\"}").detail())
                .isEqualTo("`request` must be given, but was missing.");
        assertThat(service.post("/v1/explanations", "{\"request\":{\"context\":\"cart\"}}")
                        .detail())
                .isEqualTo("`productId` must be given, but was missing.");
    }
}
