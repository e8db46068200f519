package org.cartograph.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The document's word, kept: every example request sent, in the order of a shop's day, to a real service and database. */
final class ExamplesIT {

    private static final String TOKEN = "AQIB2kQ0T3pFfj9V7mXhWZ5uT1c";
    private static final String KEY = "0123456789ab";

    private static final List<String> MORNING =
            List.of("PUT /v1/products", "PATCH /v1/products/{id}/stock", "POST /v1/orders");
    private static final List<String> DAY = List.of(
            "POST /v1/recommendations",
            "GET /v1/recommendations/{context}",
            "POST /v1/explanations",
            "POST /v1/events",
            "PUT /v1/customers/{id}/preferences",
            "POST /v1/customers/{id}/merge",
            "GET /v1/customers/{id}/export",
            "POST /v1/experiments",
            "GET /v1/experiments",
            "POST /v1/experiments/{name}/start",
            "GET /v1/experiments/{name}/report",
            "POST /v1/experiments/{name}/stop",
            "DELETE /v1/experiments/{name}",
            "POST /v1/keys",
            "GET /v1/keys",
            "DELETE /v1/keys/{id}",
            "DELETE /v1/customers/{id}");

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;
    private static Document document;
    private static Shopkeeper shop;
    private static String token = "";
    private static String key = "";

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        service = RunningService.start(
                database.uri(),
                folder,
                Shopkeeper.arguments(
                        "--cartograph.neo4j.password=" + database.password(),
                        "--cartograph.recommendation.budget=10s",
                        "--cartograph.writing.patience=60s",
                        "--cartograph.token.key=the key of the shop, long enough for it",
                        "--cartograph.security.limits.admin.per-second=0",
                        "--cartograph.security.limits.monitor.per-second=1",
                        "--cartograph.security.refusal-limit.per-second=0"));
        document = Document.of(service);
        shop = new Shopkeeper(service);
        MORNING.forEach(ExamplesIT::works);
        database.run("CALL cartograph.model.build({})");
        token = service.send(service.request("/v1/recommendations")
                        .header("Content-Type", "application/json")
                        .header("X-API-Key", Shopkeeper.keyOf("storefront"))
                        .POST(BodyPublishers.ofString(
                                "{\"context\":\"cart\",\"products\":[\"22697\"],\"explore\":false}")))
                .body()
                .path("recommendationId")
                .asString();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static void works(String name) {
        String[] parts = name.split(" ", -1);
        Endpoint endpoint = document.endpoint(parts[0], parts[1]).orElseThrow();
        for (String body : endpoint.bodies()) {
            HttpResponse<String> answer = shop.ask(
                    endpoint.role(),
                    endpoint.method(),
                    endpoint.examplePath().replace(KEY, key),
                    body.replace(TOKEN, token));
            assertThat(answer.statusCode()).as(name + answer.body()).isBetween(200, 299);
            assertThat(document.faults(endpoint, answer))
                    .as(name + answer.body())
                    .isEmpty();
            assertThat(answer.body()).doesNotContain("\"reason\":");
            key = answer.body().contains("\"key\":\"")
                    ? JsonMapper.shared().readTree(answer.body()).path("id").asString()
                    : key;
        }
    }

    @Test
    void worksAsDocumented() {
        List<String> all = new ArrayList<>(MORNING);
        all.addAll(DAY);
        assertThat(document.endpoints()).extracting(Endpoint::name).containsExactlyInAnyOrderElementsOf(all);

        DAY.forEach(ExamplesIT::works);
    }

    @Test
    void refusesFieldsThatAreNotDocumented() {
        for (Endpoint endpoint : document.endpoints()) {
            if (endpoint.takesABody()) {
                JsonNode example =
                        JsonMapper.shared().readTree(endpoint.bodies().get(0));
                for (JsonNode body : withOneFieldMore(endpoint.bodySchema(), example, example)) {
                    HttpResponse<String> answer = shop.ask(endpoint, body.toString());

                    assertThat(answer.body()).as(endpoint.name()).contains("unheardOf` is not a field here");
                    assertThat(document.faults(endpoint, answer))
                            .as(endpoint.name())
                            .isEmpty();
                }
            }
        }
    }

    /** The example once for every object in it that is no map, each time with one field more there. */
    private static List<JsonNode> withOneFieldMore(JsonNode schema, JsonNode part, JsonNode whole) {
        List<JsonNode> bodies = new ArrayList<>();
        JsonNode known = document.resolved(schema);
        for (JsonNode choice : known.path("oneOf")) {
            if (document.faults(choice, part).isEmpty()) {
                return withOneFieldMore(choice, part, whole);
            }
        }
        if (part instanceof ObjectNode object && known.has("properties")) {
            object.put("unheardOf", 1);
            bodies.add(whole.deepCopy());
            object.remove("unheardOf");
            object.properties()
                    .forEach(field -> bodies.addAll(
                            withOneFieldMore(known.path("properties").path(field.getKey()), field.getValue(), whole)));
        } else if (part instanceof ArrayNode list && !list.isEmpty()) {
            bodies.addAll(withOneFieldMore(known.path("items"), list.get(0), whole));
        }
        return bodies;
    }

    private static void isProblem(int status, Endpoint endpoint, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(endpoint.name() + answer.body()).isEqualTo(status);
        assertThat(document.faults(endpoint, answer)).as(endpoint.name()).isEmpty();
    }

    @Test
    void refusesWhoeverMayNotAndWhateverCannotBeMeant() {
        for (Endpoint endpoint : document.endpoints()) {
            String other = endpoint.role().equals("ingest") ? "storefront" : "ingest";
            String path = endpoint.examplePath();
            isProblem(401, endpoint, Shopkeeper.send(shop.anonymous(path), endpoint.method(), BodyPublishers.noBody()));
            isProblem(403, endpoint, shop.ask(other, endpoint.method(), path, ""));
            isProblem(
                    400,
                    endpoint,
                    shop.ask(endpoint.role(), endpoint.method(), path.split("\\?", -1)[0] + "%2fx", "{"));
        }
    }

    @Test
    void refusesBodiesThatAreNoneOrTooLarge() {
        byte[] large = new byte[5_000_000];
        for (Endpoint endpoint : document.endpoints()) {
            if (endpoint.takesABody()) {
                String path = endpoint.examplePath();
                isProblem(400, endpoint, shop.ask(endpoint, "{"));
                isProblem(
                        413,
                        endpoint,
                        Shopkeeper.send(
                                shop.request(endpoint.role(), path),
                                endpoint.method(),
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
                isProblem(
                        415,
                        endpoint,
                        Shopkeeper.send(
                                shop.request(endpoint.role(), path).setHeader("Content-Type", "text/plain"),
                                endpoint.method(),
                                BodyPublishers.ofString("tea")));
            }
        }
    }

    @Test
    void knowsNothingOfStrangeNames() {
        for (Endpoint endpoint : document.endpoints()) {
            if (endpoint.operation().path("responses").has("404")) {
                String path = endpoint.path().replaceAll("\\{\\w+}", "nobody");
                String body = endpoint.bodies().get(0);
                isProblem(404, endpoint, shop.ask(endpoint.role(), endpoint.method(), path, body));
            }
        }
    }

    @Test
    void saysWhatItAnswersWithAndHowOften() {
        Endpoint keys = document.endpoint("GET", "/v1/keys").orElseThrow();

        isProblem(
                406,
                keys,
                Shopkeeper.send(
                        shop.request("admin", "/v1/keys").header("Accept", "text/html"),
                        "GET",
                        BodyPublishers.noBody()));
        for (int call = 0; call < 5; call++) {
            shop.ask("monitor", "GET", "/v1/keys", "");
        }
        isProblem(429, keys, shop.ask("monitor", "GET", "/v1/keys", ""));
    }
}
