package org.cartograph.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that warm themselves up before they are ready, one of which finds any answer of its database too slow. */
final class WarmServiceIT {

    private static final String ANSWERS = "cartograph_database_answers_seconds_count";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;

    @BeforeAll
    static void open() {
        database = TeaShop.open();
    }

    @AfterAll
    static void thaw() {
        database.thaw();
    }

    private static RunningService start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--cartograph.neo4j.password=" + database.password());
        all.add("--cartograph.model.refresh-interval=0");
        return RunningService.start(database.uri(), folder, all.toArray(String[]::new));
    }

    @Test
    void askThemselvesAndCountNoneOfItAsPages() throws IOException, InterruptedException {
        try (RunningService service = start("--cartograph.warm-up.time=30s")) {
            Scrape scrape = Scrape.of(service);

            assertThat(scrape.sum(ANSWERS)).isEqualTo(200);
            assertThat(scrape.sum("http_server_requests_seconds_count", "uri=\"/v1/recommendations\""))
                    .isEqualTo(200);
            assertThat(scrape.sum("cartograph_page_seconds_count")).isZero();
            assertThat(service.get("/v1/recommendations/cart?product=tea").degraded())
                    .isFalse();
        }
    }

    @Test
    void goAroundAWebServerThatDoesNotLetThemIn() throws IOException, InterruptedException {
        try (RunningService service = start("--cartograph.warm-up.time=30s", "--spring.mvc.servlet.path=/shop")) {
            assertThat(service.part(MeterRegistry.class)
                            .get("cartograph.database.answers")
                            .timer()
                            .count())
                    .isEqualTo(200);
        }
    }

    @Test
    void areReadyInTimeThoughTheDatabaseIsFrozen() {
        Instant began = Instant.now();
        try (RunningService service = startBeforeAFrozenDatabase("--cartograph.warm-up.time=500ms")) {
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    private static RunningService startBeforeAFrozenDatabase(String... settings) {
        database.freeze();
        try {
            return start(settings);
        } finally {
            database.thaw();
        }
    }

    @Test
    void turnToTheSnapshotWhenTheDatabaseIsTooSlow() throws IOException, InterruptedException {
        try (RunningService service =
                start("--cartograph.watchdog.threshold=1ms", "--cartograph.recommendation.budget=10s")) {
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (Scrape.of(service).sum("cartograph_watchdog_on") == 0) {
                assertThat(Instant.now()).isBefore(deadline);
                service.recommend(TeaShop.CART + "}");
            }
            int degraded = 0;
            for (int page = 0; page < 20; page++) {
                degraded += service.recommend(TeaShop.CART + "}").degraded() ? 1 : 0;
            }

            assertThat(degraded).isBetween(1, 19);
            assertThat(Scrape.of(service).sum("cartograph_degraded_total", "reason=\"slow\""))
                    .isEqualTo(degraded);
        }
    }
}
