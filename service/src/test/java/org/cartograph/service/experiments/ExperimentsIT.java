package org.cartograph.service.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An experiment's life over HTTP, before a real database; everybody but one in a thousand is held out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ExperimentsIT {

    private static final String NEVER = """
            {"name":"never","variants":[{"name":"shown","share":0.001},{"name":"held","share":0.999,"holdout":true}]}""";

    private static final String HOME = "{\"context\":\"home\",\"visitorId\":\"v1\",\"budgetMs\":10000}";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run("CALL cartograph.schema.install()", """
                UNWIND [['tea', 4.0], ['mug', 6.0], ['pot', 30.0]] AS p
                CREATE (:Product {id: p[0], name: p[0], price: p[1], stock: 9})
                """, """
                MERGE (c:Customer {id: 'ann'}) WITH c MATCH (p:Product)
                CREATE (c)-[:PURCHASED {orderId: 'o1', at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: 1.0}]->(p)
                """, "CALL cartograph.model.build({})");
        service = RunningService.startTwo(database.uri(), folder, "--cartograph.neo4j.password=" + database.password());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    @Order(1)
    void isCreated() {
        Response answer = service.post("/v1/experiments", NEVER);

        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(answer.body().path("status").asString()).isEqualTo("created");
        assertThat(answer.body().path("variants").path(1).path("kind").asString())
                .isEqualTo("holdout");
    }

    @Test
    @Order(2)
    void isRefusedInThePluginsWords() {
        Response answer = service.post("/v1/experiments", """
                {"name":"sizes","variants":[{"name":"a"},{"name":"b","recipes":{"also-buoght":{"size":2}}}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("Variant 'b': ").contains("Did you mean `also-bought`?");
    }

    @Test
    @Order(3)
    void knowsNoFieldsThatMeanNothing() {
        assertThat(service.post("/v1/experiments", "{\"name\":\"x\",\"varaints\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(service.post("/v1/experiments", "{\"name\":\"x\",\"variants\":[null]}")
                        .detail())
                .isEqualTo("`variants` must be a list of maps, but held null.");
        assertThat(service.post("/v1/experiments", "{\"variants\":[]}").detail())
                .isEqualTo("`name` must be given, but was missing.");
    }

    @Test
    @Order(4)
    void isNotFoundUnderAnotherName() {
        Response answer = service.post("/v1/experiments/nevr/start", "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail())
                .isEqualTo("`name` must be the name of an experiment, but was 'nevr'. Did you mean `never`?");
    }

    @Test
    @Order(5)
    void holdsOutOnceItIsStarted() {
        assertThat(service.post("/v1/experiments/never/start", "").status()).isEqualTo(200);

        Response answer = service.recommend(HOME);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("variant").asString()).isEqualTo("never/held");
        assertThat(answer.body().path("placements").size()).isEqualTo(4);
        assertThat(answer.items()).isEmpty();
    }

    @Test
    @Order(6)
    void countsWhoSawNothing() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (heldOut().path("units").asLong() < 1) {
            assertThat(Instant.now()).isBefore(deadline);
        }

        assertThat(heldOut().path("units").asLong()).isEqualTo(1);
        assertThat(heldOut().path("conversionRate").path("high").asDouble()).isGreaterThan(0.5);
        assertThat(heldOut().has("alwaysValidP")).isTrue();
        assertThat(heldOut().path("verdict").asString()).isEqualTo("Not yet: nobody has met shown.");
    }

    private static JsonNode heldOut() {
        return service.get("/v1/experiments/never/report")
                .body()
                .path("variants")
                .path(1);
    }

    @Test
    @Order(7)
    void isListed() {
        Response answer = service.get("/v1/experiments");

        assertThat(answer.cacheControl()).isEqualTo("no-store");
        assertThat(answer.body().path("experiments").size()).isEqualTo(1);
        assertThat(answer.body().path("experiments").path(0).path("status").asString())
                .isEqualTo("running");
    }

    @Test
    @Order(8)
    void isDroppedOnceItIsStopped() {
        assertThat(service.send(service.request("/v1/experiments/never").DELETE())
                        .status())
                .isEqualTo(400);
        assertThat(service.post("/v1/experiments/never/stop", "")
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("stopped");
        assertThat(service.send(service.request("/v1/experiments/never").DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(service.get("/v1/experiments/never/report").status()).isEqualTo(404);
        assertThat(service.recommend(HOME).items()).isNotEmpty();
    }
}
