package org.cartograph.service.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders over HTTP, as a shop sends them, into a real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OrdersIT {

    private static final String ALL = "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[]}";
    private static final String LINES = "MATCH ()-[r:PURCHASED]->() RETURN count(r)";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        service = RunningService.startTwo(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=30s",
                "--cartograph.model.refresh-interval=0");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void wipe() {
        database.run("MATCH (n) DETACH DELETE n");
    }

    @Test
    void writesAnOrderOnceHoweverOftenItComes() {
        String order = order("o1", "2026-03-01T08:00:00Z", "mug");

        assertThat(post(order)).isEqualTo(ALL.formatted(1, 0));
        assertThat(post("[" + order + "," + order + "]")).isEqualTo(ALL.formatted(0, 2));
        assertThat(database.count(
                        "MATCH (:Customer {id: 'ann'})-[r:PURCHASED {orderId: 'o1', quantity: 2, unitPrice: 6.5}]->"
                                + "(:Product {id: 'mug'}) RETURN count(r)"))
                .isOne();
    }

    @Test
    void takesTheNewestVersionOfAnOrderWhateverOrderTheyComeIn() {
        post(order("o1", "2026-03-02T08:00:00Z", "mug"));

        assertThat(post(order("o1", "2026-03-01T08:00:00Z", "tea"))).isEqualTo(ALL.formatted(0, 1));
        assertThat(post("[" + order("o1", "2026-03-03T08:00:00Z", "tea") + ","
                        + order("o1", "2026-03-04T08:00:00Z", "pot") + "]"))
                .isEqualTo(ALL.formatted(1, 1));

        assertThat(database.count(LINES)).isOne();
        assertThat(database.count("MATCH ()-[r:PURCHASED]->(:Product {id: 'pot'}) RETURN count(r)"))
                .isOne();
    }

    @Test
    void takesTheLinesOfACancelledOrderAway() {
        post(order("o1", "2026-03-01T08:00:00Z", "mug"));

        assertThat(post("""
                {"orderId": "o1", "customerId": "ann", "at": "2026-03-01T08:00:00Z", "updatedAt": "2026-03-02T08:00:00Z",
                 "status": "cancelled"}""")).isEqualTo(ALL.formatted(1, 0));

        assertThat(database.count(LINES)).isZero();
    }

    @Test
    void keepsTheBasketOfAGuest() {
        assertThat(post("""
                {"orderId": "o1", "visitorId": "v1", "at": "2026-03-01T08:00:00+01:00",
                 "lines": [{"productId": "mug", "quantity": 1}, {"productId": "mug", "quantity": 0.5}]}""")).isEqualTo(ALL.formatted(1, 0));

        assertThat(database.count(
                        "MATCH (:Customer {id: 'guest:o1', anonymous: true})-[r:PURCHASED {quantity: 1.5}]->() "
                                + "RETURN count(r)"))
                .isOne();
    }

    @Test
    void ignoresTheOrderOfAForgottenPerson() {
        database.run("CREATE (:Order {id: 'o1', erased: true})");

        assertThat(post(order("o1", "2026-03-01T08:00:00Z", "mug"))).isEqualTo(ALL.formatted(0, 1));
        assertThat(database.count("MATCH (n) WHERE NOT n:Lease RETURN count(n)"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"at\":\"2026-03-01T08:00:00Z\"} | `orderId` must be given, but was missing.",
                "{\"orderId\":\" \"} | `orderId` is empty.",
                "{\"orderId\":12} | `orderId` must be a text in quotes, but was 12.",
                "{\"orderId\":\"x\"} | `at` must be given, but was missing.",
                "{\"orderId\":\"x\",\"at\":\"1.3.2026\"} | `at` must be a time since 1970 with its offset, such as "
                        + "\"2026-03-01T08:00:00Z\", but was \"1.3.2026\".",
                "{\"orderId\":\"x\",\"at\":\"2926-03-01T08:00:00Z\"} | `at` must not be in the future, but was "
                        + "2926-03-01T08:00Z.",
                "{\"orderId\":\"x\",\"at\":\"2026-03-01T08:00:00Z\"} | `lines` must have between 1 and 1,000 entries, but "
                        + "had 0.",
                "{\"orderId\":\"x\",\"at\":\"2026-03-01T08:00:00Z\",\"lines\":[null]} | `lines[0]` must be given, but was "
                        + "missing.",
                "{\"orderId\":\"x\",\"at\":\"2026-03-01T08:00:00Z\",\"lines\":[{\"productId\":\"p\",\"quantity\":0}]} | "
                        + "`lines[0].quantity` must be above 0 and at most 1,000,000,000, but was 0.0.",
                "{\"orderId\":\"x\",\"at\":\"2026-03-01T08:00:00Z\",\"lines\":[{\"productId\":\"p\",\"quantity\":1,"
                        + "\"unitPrice\":-1}]} | `lines[0].unitPrice` must be between 0 and 1,000,000,000,000, but was -1.0.",
                "{\"orderId\":\"x\",\"linse\":[]} | `linse` is not a field here; allowed are at, currency, customerId, "
                        + "lines, orderId, status, updatedAt, visitorId. Did you mean `lines`?",
                "7 | `item` must be an object, but was 7.",
            })
    void rejectsABadOrderAndKeepsTheOthers(String bad, String sentence) {
        Response answer = service.post(
                "/v1/orders",
                "[" + order("o1", "2026-03-01T08:00:00Z", "mug") + "," + bad + ","
                        + order("o2", "2026-03-01T08:00:00Z", "mug") + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.body().path("rejected").size()).isOne();
        assertThat(answer.body().path("rejected").path(0).path("index").asInt()).isOne();
        assertThat(answer.body().path("rejected").path(0).path("reason").asString())
                .isEqualTo(sentence);
    }

    @Test
    void refusesWhatIsNoListOfOrders() {
        assertThat(service.post("/v1/orders", "[]").status()).isEqualTo(400);
        assertThat(service.post("/v1/orders", "{\"orderId\"").status()).isEqualTo(400);
        assertThat(service.post(
                                "/v1/orders",
                                IntStream.range(0, 1_001)
                                        .mapToObj(order -> "{}")
                                        .collect(Collectors.joining(",", "[", "]")))
                        .detail())
                .isEqualTo("The body must have between 1 and 1,000 items, but had 1,001.");
    }

    @Test
    @Order(Integer.MAX_VALUE) // the database was away after it
    void answersPagesWhileMoreOrdersWaitThanTheServerHasThreads() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        database.freeze();
        try {
            List<CompletableFuture<HttpResponse<Void>>> waiting = IntStream.range(0, 300)
                    .mapToObj(number -> service.request("/v1/orders")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(order("o" + number, "2026-03-01T08:00:00Z", "mug")))
                            .build())
                    .map(request -> http.sendAsync(request, BodyHandlers.discarding()))
                    .toList();

            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        } finally {
            database.thaw();
        }
    }

    private static String order(String id, String version, String product) {
        return """
                {"orderId": "%s", "customerId": "ann", "at": "2026-03-01T08:00:00Z", "updatedAt": "%s", "status": "paid",
                 "currency": "EUR", "lines": [{"productId": "%s", "quantity": 2, "unitPrice": 6.5}]}""".formatted(id, version, product);
    }

    private static String post(String body) {
        return service.post("/v1/orders", body).body().toString();
    }
}
