package org.cartograph.service.never;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import tools.jackson.databind.JsonNode;

/** A storefront before a service and a real database. Tea was bought with a mug twice, a pot with sugar once. */
final class Storefront implements AutoCloseable {

    /** An answer to so many that are accepted and so many duplicates. */
    static final String ALL = "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[]}";

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

    private final ChildDatabase database = ChildDatabase.shared();
    private final RunningService service;

    Storefront(Path folder) {
        service = RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.recommendation.budget=10s",
                "--cartograph.writing.patience=30s",
                "--cartograph.model.refresh-interval=0");
        database.run(SHOP, PAST, "CALL cartograph.model.build({})");
    }

    /** Only what the model has learned from is left of what happened. */
    void beginAgain() {
        database.run(
                "MATCH (n) WHERE n:Customer OR n:Order OR n:Recommendation OR n:Search OR n:Experiment DETACH DELETE n",
                PAST);
    }

    ChildDatabase database() {
        return database;
    }

    RunningService service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
    }

    /** The token of a cart with tea, to which a mug is recommended. */
    String cart(String customer) {
        Response answer =
                service.recommend("{\"context\":\"cart\",\"placements\":[\"complete-the-basket\"],\"explore\":false,"
                        + "\"budgetMs\":5000,\"products\":[{\"productId\":\"tea\"}],\"customerId\":\"" + customer
                        + "\"}");
        assertThat(answer.items()).contains("mug");
        return answer.body().path("recommendationId").asString();
    }

    static String clicked(String token) {
        return "\"productId\":\"mug\",\"placement\":\"complete-the-basket\",\"recommendationId\":\"" + token + "\"";
    }

    static String event(String type, String id, String customer, String more) {
        return "{\"type\":\"" + type + "\",\"eventId\":\"" + id + "\",\"customerId\":\"" + customer + "\"," + more
                + "}";
    }

    static String order(String id, String customer, String updatedAt, String product) {
        return order(id, customer, "2026-03-02T08:00:00Z", updatedAt, product, "\"completed\"");
    }

    static String order(String id, String customer, String at, String updatedAt, String product, String status) {
        return """
                {"orderId": "%s", %s "at": "%s", "updatedAt": "%s", "status": %s, "currency": "EUR",
                 "lines": [{"productId": "%s", "quantity": 1, "unitPrice": 6.0}]}""".formatted(
                id, customer == null ? "" : "\"customerId\": \"" + customer + "\",", at, updatedAt, status, product);
    }

    String orders(String... orders) {
        return post("/v1/orders", "[" + String.join(",", orders) + "]").toString();
    }

    String events(String... events) {
        return post("/v1/events", "[" + String.join(",", events) + "]").toString();
    }

    JsonNode post(String path, String body) {
        Response answer = service.post(path, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    int forget(String id) {
        return service.send(service.request("/v1/customers/" + id).DELETE()).status();
    }

    long count(String pattern) {
        return database.count("MATCH " + pattern + " RETURN count(*)");
    }
}
