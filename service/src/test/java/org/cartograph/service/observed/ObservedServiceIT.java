package org.cartograph.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.RunningService;
import org.cartograph.service.alerts.Rules;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** What an operator sees of a running service and its real database, when all is well and when it is not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ObservedServiceIT {

    private static final String CART = TeaShop.CART;
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE_PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = TeaShop.open();
        service = RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=30s",
                "--cartograph.watchdog.threshold=0",
                "--cartograph.model.refresh-interval=0");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    @Order(1)
    void timesAPageByContextPlacementAndOutcome() throws IOException, InterruptedException {
        assertThat(service.recommend(CART + ",\"customerId\":\"ann-of-the-mill\"}")
                        .degraded())
                .isFalse();

        Scrape scrape = Scrape.of(service);

        assertThat(scrape.sum("cartograph_page_seconds_count", "context=\"cart\"", "outcome=\"primary\""))
                .isOne();
        assertThat(scrape.sum(
                        "cartograph_placement_seconds_count",
                        "context=\"cart\"",
                        "placement=\"complete-the-basket\"",
                        "outcome=\"primary\""))
                .isOne();
        assertThat(List.of("0.025", "0.05", "0.1", "0.15", "0.2"))
                .allSatisfy(bound -> assertThat(scrape.text())
                        .containsPattern("cartograph_page_seconds_bucket\\{[^}]*le=\"" + bound + "\""));
        assertThat(List.of("0.5", "0.95", "0.99"))
                .allSatisfy(phi -> assertThat(scrape.sum("cartograph_page_quantile_seconds", "phi=\"" + phi + "\""))
                        .isPositive());
        assertThat(scrape.sum("cartograph_database_answers_seconds_count")).isOne();
    }

    @Test
    @Order(2)
    void countsWhatFilledThePlaces() throws IOException, InterruptedException {
        Scrape before = Scrape.of(service);
        int items = service.recommend(CART + ",\"placements\":[\"complete-the-basket\"],\"limit\":10}")
                .items()
                .size();
        Scrape after = Scrape.of(service);

        double model = grown(before, after, "cartograph_places_total", "filled=\"model\"");
        assertThat(model).isPositive();
        assertThat(model + grown(before, after, "cartograph_places_total", "filled=\"fallback\""))
                .isEqualTo(items);
        assertThat(grown(before, after, "cartograph_places_total", "filled=\"nothing\""))
                .isEqualTo(10 - items);
    }

    private static double grown(Scrape before, Scrape after, String name, String label) {
        return after.sum(name, label) - before.sum(name, label);
    }

    @Test
    @Order(3)
    void makesNoFigureOfANameThatACallerMadeUp() throws IOException, InterruptedException {
        assertThat(service.recommend("{\"context\":\"made-up\"}").status()).isEqualTo(400);
        assertThat(service.recommend(CART + ",\"placements\":[\"made-up\"]}").status())
                .isEqualTo(400);
        assertThat(service.recommend(CART + ",\"variant\":\"made-up\"}").status())
                .isEqualTo(200);
        service.get("/v1/made-up");

        assertThat(Scrape.of(service).text()).doesNotContain("made-up");
    }

    @Test
    @Order(4)
    void countsOrdersAndEventsFromZero() throws IOException, InterruptedException {
        String orders = "cartograph_writing_items_total";
        assertThat(Scrape.of(service).text()).contains("kind=\"orders\"").contains("kind=\"events\"");

        service.post("/v1/orders", order("o7", "bob-of-the-hill"));

        assertThat(Scrape.of(service).sum(orders, "kind=\"orders\"", "outcome=\"accepted\""))
                .isOne();
        assertThat(Scrape.of(service).sum(orders, "kind=\"orders\"", "outcome=\"rejected\""))
                .isZero();

        service.post("/v1/orders", order("o8", "bob-of-the-hill").replace("quantity", "pieces"));

        assertThat(Scrape.of(service).sum(orders, "kind=\"orders\"", "outcome=\"rejected\""))
                .isOne();
    }

    private static String order(String id, String customer) {
        return """
                {"orderId": "%s", "customerId": "%s", "at": "2026-03-01T08:00:00Z",
                 "lines": [{"productId": "tea", "quantity": 1}]}""".formatted(id, customer);
    }

    @Test
    @Order(5)
    void tellsTheCallerTheNameOfItsRequest() throws IOException, InterruptedException {
        assertThat(named("shop-7").headers().firstValue("X-Request-Id")).hasValue("shop-7");
        assertThat(named("no name").headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f]{16}");
    }

    private static HttpResponse<String> named(String id) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        service.request("/v1/recommendations/cart?product=tea")
                                .header("X-Request-Id", id)
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    @Order(6)
    void leadsFromASlowTransactionBackToItsRequest() throws InterruptedException {
        assertThat(metadataOfWhatWaitsFor(
                        "cid", "question-9", put("/v1/customers/cid/preferences", "{\"consent\":true}")))
                .isEqualTo(Map.of("requestId", "question-9", "traceId", TRACE));
    }

    @Test
    @Order(7)
    void leadsFromATransactionOfSeveralRequestsBackToThem() throws InterruptedException {
        HttpRequest.Builder order = service.request("/v1/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order("o8", "cid")));

        assertThat(metadataOfWhatWaitsFor("cid", "write-9", order))
                .isEqualTo(Map.of("requestId", "write-9", "traceId", TRACE));
    }

    private static HttpRequest.Builder put(String path, String body) {
        return service.request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
    }

    /** Holds a customer's node, so that the request has to wait for it, and looks at the server's transactions meanwhile. */
    private static Map<String, Object> metadataOfWhatWaitsFor(
            String customer, String requestId, HttpRequest.Builder request) throws InterruptedException {
        try (Driver driver = GraphDatabase.driver(database.uri(), database.login());
                Session session = driver.session();
                Session watching = driver.session()) {
            CompletableFuture<HttpResponse<String>> answer;
            Map<String, Object> metadata;
            try (Transaction holding = session.beginTransaction()) {
                holding.run("MATCH (c:Customer {id: $id}) SET c.held = true", Map.of("id", customer))
                        .consume();
                answer = HttpClient.newHttpClient()
                        .sendAsync(
                                request.header("X-Request-Id", requestId)
                                        .header("traceparent", TRACE_PARENT)
                                        .build(),
                                BodyHandlers.ofString());
                metadata = metadataOf(requestId, watching);
                holding.rollback();
            }
            assertThat(answer.join().statusCode()).isEqualTo(200);
            return metadata;
        }
    }

    private static Map<String, Object> metadataOf(String requestId, Session watching) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(deadline)) {
            List<Map<String, Object>> found = watching.run(
                            "SHOW TRANSACTIONS YIELD metaData WHERE metaData.requestId = $id RETURN metaData",
                            Map.of("id", requestId))
                    .list(row -> row.get("metaData").asMap());
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Thread.sleep(20);
        }
        return Map.of();
    }

    @Test
    @Order(8)
    void countsDegradedPagesAndWhyTheyWere() throws IOException, InterruptedException {
        Scrape before = Scrape.of(service);
        database.freeze();
        try {
            assertThat(service.recommend("{\"context\":\"cart\",\"budgetMs\":50}")
                            .degraded())
                    .isTrue();
            assertThat(service.post(
                                    "/v1/explanations",
                                    "{\"request\":{\"context\":\"cart\",\"budgetMs\":50},\"productId\":\"mug\"}")
                            .status())
                    .isEqualTo(503);
        } finally {
            database.thaw();
        }
        Scrape after = Scrape.of(service);

        assertThat(grown(before, after, "cartograph_page_seconds_count", "outcome=\"degraded\""))
                .isOne();
        assertThat(grown(before, after, "cartograph_degraded_total", "reason=\"late\""))
                .isOne();
        assertThat(grown(before, after, "cartograph_places_total", "filled=\"snapshot\""))
                .isPositive();
    }

    @Test
    @Order(9)
    void hasEveryFigureThatRulesAndDashboardAskFor() throws IOException, InterruptedException {
        assertThat(service.post("/v1/explanations", "{\"request\":{\"context\":\"cart\"},\"productId\":\"mug\"}")
                        .status())
                .isEqualTo(200);

        assertThat(Rules.missingIn(Scrape.of(service).text())).isEmpty();
    }

    @Test
    @Order(10)
    void keepsPeopleOutOfItsFigures() throws IOException, InterruptedException {
        service.get("/v1/customers/ann-of-the-mill/export");
        service.recommend(CART + ",\"visitorId\":\"v-of-the-mill\",\"sessionId\":\"s-of-the-mill\"}");

        assertThat(Scrape.of(service).text()).doesNotContain("of-the-mill", "of-the-hill", "\"cid\"");
    }
}
