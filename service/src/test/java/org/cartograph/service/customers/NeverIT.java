package org.cartograph.service.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What must never happen between a storefront, the service and a real database, whatever is sent and in whatever order. */
final class NeverIT {

    private static final String ALL = "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[]}";

    private static final String SHOP = """
            UNWIND [['tea', 4.0], ['mug', 6.0], ['pot', 30.0], ['sugar', 2.0]] AS p
            CREATE (:Product {id: p[0], name: p[0], price: p[1], stock: 99})
            """;

    private static final String PAST = """
            UNWIND [['b1', 'bob', 'tea'], ['b1', 'bob', 'mug'], ['b2', 'cid', 'tea'], ['b2', 'cid', 'mug'], ['b3', 'dan', 'pot'],
                    ['b3', 'dan', 'sugar']] AS line
            MERGE (:Order {id: line[0], updatedAt: datetime('2026-03-01T08:00:00Z')})
            MERGE (c:Customer {id: line[1]})
            WITH c, line MATCH (p:Product {id: line[2]})
            CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: p.price}]->(p)
            """;

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = new ChildDatabase(folder.resolve("home"));
        service = RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=30s",
                "--cartograph.model.refresh-interval=0");
        database.run(SHOP, PAST, "CALL cartograph.model.build({})");
    }

    @AfterAll
    static void close() {
        service.close();
        database.close();
    }

    /** The model of the same past stays. */
    @BeforeEach
    void fill() {
        database.run(
                "MATCH (n) WHERE n:Customer OR n:Order OR n:Recommendation OR n:Search OR n:Experiment DETACH DELETE n",
                PAST);
    }

    @Test
    void aForgottenPersonNeverComesBackByAnOrderThatIsSentAgain() {
        orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"), order("o2", null, "2026-03-02T08:00:00Z", "mug"));
        assertThat(forget("zoe")).isEqualTo(204);
        assertThat(forget("guest:o2")).isEqualTo(204);

        assertThat(orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"))).isEqualTo(ALL.formatted(0, 1));
        assertThat(orders(order("o1", "zoe", "2026-03-03T08:00:00Z", "mug"))).isEqualTo(ALL.formatted(0, 1));
        assertThat(orders(
                        order("o2", null, "2026-03-03T08:00:00Z", "tea"),
                        order("o2", "zoe", "2026-03-04T08:00:00Z", "tea")))
                .isEqualTo(ALL.formatted(0, 2));

        assertThat(count("(c:Customer) WHERE c.id IN ['zoe', 'guest:o2']")).isZero();
        assertThat(count("(c:Customer)-[:PURCHASED]->() WHERE c.id STARTS WITH 'forgotten:'"))
                .isEqualTo(2);
        assertThat(orders(order("o9", "zoe", "2026-03-05T08:00:00Z", "tea"))).isEqualTo(ALL.formatted(1, 0));
    }

    @Test
    void aForgottenPersonNeverComesBackByAnEventThatIsSentAgain() {
        orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"));
        String token = cart("zoe");
        String[] events = {
            event("view", "e1", "zoe", "\"productId\":\"mug\""),
            event("click", "e2", "zoe", clicked(token)),
            event("search", "e3", "zoe", "\"query\":\"mugs\"")
        };
        assertThat(events(events)).isEqualTo(ALL.formatted(3, 0));
        forget("zoe");

        assertThat(post("/v1/events", "[" + String.join(",", events) + "]").path("rejected"))
                .hasSize(3);
        assertThat(count("(c:Customer {id: 'zoe'})")).isZero();
        assertThat(count("(:Recommendation)-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL"))
                .isOne();
        assertThat(count("()-[:RECEIVED|VIEWED|SEARCHED]->()")).isZero();
    }

    @Test
    void anOrderThatChangedNeverKeepsWhatItCountedFor() {
        orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"));
        events(event("click", "e1", "zoe", clicked(cart("zoe"))));
        String now = Instant.now().toString();
        String later = Instant.now().plusSeconds(1).toString();
        String last = Instant.now().plusSeconds(2).toString();

        orders(order("o5", "zoe", now, now, "mug", "\"completed\""));
        assertThat(revenue()).isEqualTo(600);
        assertThat(events(event("refund", "e2", "zoe", "\"orderId\":\"o5\",\"productId\":\"mug\"")))
                .isEqualTo(ALL.formatted(1, 0));
        assertThat(database.count("MATCH ()-[s:SHOWED]->() RETURN toInteger(100 * sum(s.refunded))"))
                .isEqualTo(600);

        orders(order("o5", "zoe", now, later, "pot", "\"completed\""));
        assertThat(revenue()).isZero();
        orders(order("o5", "zoe", now, now, "mug", "\"completed\""));
        assertThat(revenue()).isZero();
        orders(order("o5", "zoe", now, last, "mug", "\"cancelled\""));
        assertThat(revenue()).isZero();
        assertThat(database.count("MATCH (r:Recommendation) RETURN toInteger(sum(coalesce(r.haloOrders, 0)))"))
                .isZero();
    }

    @Test
    void aCachedAnswerNeverMixesTwoVisitorsAndNeverCountsOneTwice() {
        String token = service.get("/v1/recommendations/cart?product=tea")
                .body()
                .path("recommendationId")
                .asString();
        String one = visitorClick("e1", "v1", token);
        String other = visitorClick("e2", "v2", token);

        assertThat(events(one, other)).isEqualTo(ALL.formatted(2, 0));
        assertThat(events(other, one, visitorClick("e3", "v1", token))).isEqualTo(ALL.formatted(0, 3));
        assertThat(post("/v1/customers/zoe/merge", "{\"visitorId\":\"v1\"}")
                        .path("known")
                        .asBoolean())
                .isTrue();
        assertThat(events(one.replace("\"visitorId\"", "\"customerId\":\"zoe\",\"visitorId\"")))
                .isEqualTo(ALL.formatted(0, 1));

        assertThat(count("(:Recommendation)-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL"))
                .isEqualTo(2);
        assertThat(count("(:Customer)-[:RECEIVED]->(:Recommendation)")).isEqualTo(2);
    }

    @Test
    void aForgedTokenNeverCountsAndNeverSpoilsTheRest() {
        String token = cart("bob");
        int middle = token.length() / 2;
        String forged =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);

        JsonNode answer = post(
                "/v1/events",
                "[" + event("click", "e1", "bob", clicked(forged)) + "," + event("click", "e2", "bob", clicked(token))
                        + "]");

        assertThat(answer.path("accepted").asInt()).isOne();
        assertThat(answer.path("rejected")).hasSize(1);
        assertThat(answer.path("rejected").path(0).path("index").asInt()).isZero();
        assertThat(count("(:Recommendation)")).isOne();
    }

    @Test
    void nothingPersonalIsKeptOnceConsentIsRefused() {
        String token = cart("bob");
        assertThat(events(event("view", "e1", "bob", "\"productId\":\"mug\""))).isEqualTo(ALL.formatted(1, 0));

        service.send(service.request("/v1/customers/bob/preferences")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"consent\":false}")));

        assertThat(post("/v1/events", event("view", "e2", "bob", "\"productId\":\"pot\""))
                        .path("rejected"))
                .hasSize(1);
        assertThat(events(event("click", "e3", "bob", clicked(token)))).isEqualTo(ALL.formatted(1, 0));
        assertThat(count("(:Customer {id: 'bob'})-[:VIEWED]->()")).isOne();
        assertThat(count("()-[:RECEIVED]->()")).isZero();
    }

    @Test
    void aHoldOutNeverLosesItsDenominatorAndNobodyChangesSides() {
        database.run(
                "CALL cartograph.experiment.create('never', {variants: [{name: 'shown'}, {name: 'held', holdout: true}]})",
                "CALL cartograph.experiment.start('never')");
        List<String> held = new ArrayList<>();
        for (int visitor = 0; visitor < 20; visitor++) {
            if (isHeld(visitorCart("v" + visitor))) {
                held.add("v" + visitor);
            }
        }
        assertThat(held).isNotEmpty().hasSizeLessThan(20);
        await(() -> count("(:Customer)-[:EXPOSED]->(:Experiment)") == 20);

        // Who the others are is drawn anew for a customer, unless the login keeps what the browser met.
        for (int visitor = 0; visitor < 20; visitor++) {
            post("/v1/customers/c" + visitor + "/merge", "{\"visitorId\":\"v" + visitor + "\"}");
            Response answer = service.recommend(
                    "{\"context\":\"cart\",\"products\":[{\"productId\":\"tea\"}],\"budgetMs\":5000,\"customerId\":\"c"
                            + visitor + "\"}");
            assertThat(isHeld(answer)).as("customer c%d", visitor).isEqualTo(held.contains("v" + visitor));
        }
        forget("c0");

        assertThat(count("(:Customer)-[:EXPOSED]->(:Experiment)")).isEqualTo(20);
        assertThat(count("(:Customer)-[e:EXPOSED]->() WHERE e.variant = 'held'"))
                .isEqualTo(held.size());
        assertThat(count("(:Customer)-[e:EXPOSED]->() WHERE e.unit IN ['v0', 'c0']"))
                .isZero();
    }

    private static boolean isHeld(Response answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.degraded()).isFalse();
        return answer.body().path("variant").asString().equals("never/held");
    }

    private static Response visitorCart(String visitor) {
        return service.recommend(
                "{\"context\":\"cart\",\"products\":[{\"productId\":\"tea\"}],\"budgetMs\":5000,\"visitorId\":\""
                        + visitor + "\"}");
    }

    private static String cart(String customer) {
        Response answer =
                service.recommend("{\"context\":\"cart\",\"placements\":[\"complete-the-basket\"],\"explore\":false,"
                        + "\"budgetMs\":5000,\"products\":[{\"productId\":\"tea\"}],\"customerId\":\"" + customer
                        + "\"}");
        assertThat(answer.items()).contains("mug");
        return answer.body().path("recommendationId").asString();
    }

    private static String clicked(String token) {
        return "\"productId\":\"mug\",\"placement\":\"complete-the-basket\",\"recommendationId\":\"" + token + "\"";
    }

    private static String visitorClick(String id, String visitor, String token) {
        return "{\"type\":\"click\",\"eventId\":\"" + id + "\",\"visitorId\":\"" + visitor + "\"," + clicked(token)
                + "}";
    }

    private static String event(String type, String id, String customer, String more) {
        return "{\"type\":\"" + type + "\",\"eventId\":\"" + id + "\",\"customerId\":\"" + customer + "\"," + more
                + "}";
    }

    private static String order(String id, String customer, String updatedAt, String product) {
        return order(id, customer, "2026-03-02T08:00:00Z", updatedAt, product, "\"completed\"");
    }

    private static String order(
            String id, String customer, String at, String updatedAt, String product, String status) {
        return """
                {"orderId": "%s", %s "at": "%s", "updatedAt": "%s", "status": %s, "currency": "EUR",
                 "lines": [{"productId": "%s", "quantity": 1, "unitPrice": 6.0}]}""".formatted(
                id, customer == null ? "" : "\"customerId\": \"" + customer + "\",", at, updatedAt, status, product);
    }

    private static long revenue() {
        return database.count("MATCH ()-[s:SHOWED]->() RETURN toInteger(100 * sum(coalesce(s.revenue, 0.0)))");
    }

    private static long count(String pattern) {
        return database.count("MATCH " + pattern + " RETURN count(*)");
    }

    private static String orders(String... orders) {
        return post("/v1/orders", "[" + String.join(",", orders) + "]").toString();
    }

    private static String events(String... events) {
        return post("/v1/events", "[" + String.join(",", events) + "]").toString();
    }

    private static JsonNode post(String path, String body) {
        Response answer = service.post(path, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static int forget(String id) {
        return service.send(service.request("/v1/customers/" + id).DELETE()).status();
    }

    private static void await(BooleanSupplier wanted) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
