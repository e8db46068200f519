package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running service before a real database that is filled, killed, started again and frozen.
 *
 * <p>The corner shop: tea is bought with a mug three times and with a pot once, sugar alone; salt is sold out.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LiveShopIT {

    private static final String[] CORNER_SHOP = {"""
        UNWIND [['tea', 4.0, 9], ['mug', 6.0, 9], ['pot', 30.0, 9], ['sugar', 2.0, 9], ['salt', 1.0, 0]] AS p
        CREATE (:Product {id: p[0], name: p[0], price: p[1], stock: p[2]})
        """, """
        UNWIND [['o1', 'ann', 'tea'], ['o1', 'ann', 'mug'], ['o2', 'bob', 'tea'], ['o2', 'bob', 'mug'],
                ['o3', 'cid', 'tea'], ['o3', 'cid', 'mug'], ['o3', 'cid', 'pot'], ['o4', 'ann', 'sugar'],
                ['o5', 'bob', 'salt']] AS line
        MERGE (:Order {id: line[0]})
        MERGE (c:Customer {id: line[1]})
        WITH c, line MATCH (p:Product {id: line[2]})
        CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: 1.0}]->(p)
        """};

    private static final String CART = "{\"context\":\"cart\",\"products\":[{\"productId\":\"tea\"}]";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run("CALL cartograph.schema.install()");
        service = startService();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static RunningService startService() {
        return RunningService.start(database.uri(), folder, "--cartograph.neo4j.password=" + database.password());
    }

    @Test
    @Order(1)
    void isNotReadyForAShopWithoutProducts() {
        assertThat(service.get("/v1/recommendations/home").status()).isEqualTo(503);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
    }

    @Test
    @Order(2)
    void answersDegradedBeforeAModelIsBuilt() {
        database.run(CORNER_SHOP);

        Response answer = eventually(() -> service.get("/v1/recommendations/home"), it -> it.status() == 200);

        assertThat(answer.degraded()).isTrue();
        assertThat(answer.body().path("modelBuiltAt").isNull()).isTrue();
        assertThat(answer.items()).contains("tea", "mug").doesNotContain("salt");
    }

    @Test
    @Order(3)
    void isReadySoonAfterTheFirstProducts() {
        eventually(() -> service.get("/actuator/health/readiness"), it -> it.status() == 200);
    }

    @Test
    @Order(4)
    void answersFromTheModelOnceItIsBuilt() {
        database.run("CALL cartograph.model.build({})");

        Response answer = eventually(() -> service.recommend(CART + "}"), it -> !it.degraded());

        assertThat(answer.items().get(0)).isEqualTo("mug");
        assertThat(answer.body().path("modelBuiltAt").asString()).isNotBlank();
        assertThat(answer.body().path("placements").path(0).path("name").asString())
                .isEqualTo("complete-the-basket");
        assertThat(answer.body()
                        .path("placements")
                        .path(0)
                        .path("items")
                        .path(0)
                        .path("reasons")
                        .path(0)
                        .path("orders")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    @Order(5)
    void namesSeedsThatTheShopDoesNotKnow() {
        Response answer = service.get("/v1/recommendations/product?product=tea&product=unicorn&budgetMs=5000");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("missing").toString()).isEqualTo("[\"unicorn\"]");
    }

    @Test
    @Order(6)
    void letsCachesKeepAnAnswerForAMinute() {
        assertThat(service.get("/v1/recommendations/product?product=tea&budgetMs=5000")
                        .cacheControl())
                .isEqualTo("max-age=60, public");
    }

    @Test
    @Order(7)
    void keepsAPersonalAnswerToThePersonsOwnCache() {
        assertThat(service.get("/v1/recommendations/home?customer=ann&budgetMs=5000")
                        .cacheControl())
                .isEqualTo("max-age=60, private");
    }

    @Test
    @Order(8)
    void passesThePluginsRefusalOnInItsOwnWords() {
        Response answer = service.get("/v1/recommendations/cart?placement=complete-the-baskt&budgetMs=5000");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.detail()).startsWith("`placements`").endsWith("Did you mean `complete-the-basket`?");
    }

    @Test
    @Order(9)
    void answersWithinItsBudgetWhileTheDatabaseIsFrozen() {
        database.freeze();
        try {
            for (int request = 0; request < 20; request++) {
                Response answer = service.recommend(CART + ",\"budgetMs\":200}");

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.degraded()).isTrue();
                assertThat(answer.items()).isNotEmpty().doesNotContain("tea");
                assertThat(answer.body().path("tookMs").asLong()).isLessThan(2_000);
            }
        } finally {
            database.thaw();
        }
    }

    @Test
    @Order(10)
    void answersFromTheModelAgainAfterTheFrost() {
        eventually(() -> service.recommend(CART + "}"), it -> !it.degraded());
    }

    @Test
    @Order(11)
    void answersFromTheSnapshotAfterTheDatabaseWasKilled() {
        database.kill();

        Response answer = service.recommend(CART + "}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.degraded()).isTrue();
        assertThat(answer.items()).contains("mug").doesNotContain("tea", "salt");
    }

    @Test
    @Order(12)
    void staysAliveAndReadyWithoutTheDatabase() {
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    @Order(13)
    void answersFromTheSnapshotAfterARestartOfItsOwn() {
        service.close();
        service = startService();

        Response answer = service.recommend(CART + "}");

        assertThat(answer.degraded()).isTrue();
        assertThat(answer.items()).contains("mug").doesNotContain("tea", "salt");
    }

    @Test
    @Order(14)
    void answersFromTheModelAgainWhenTheDatabaseIsBack() {
        database.start();

        Response answer = eventually(() -> service.recommend(CART + "}"), it -> !it.degraded());

        assertThat(answer.items().get(0)).isEqualTo("mug");
    }

    private static Response eventually(Supplier<Response> asking, Predicate<Response> wanted) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        Response answer = asking.get();
        while (!wanted.test(answer)) {
            assertThat(Instant.now()).as("still %s", answer).isBefore(deadline);
            pause();
            answer = asking.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
