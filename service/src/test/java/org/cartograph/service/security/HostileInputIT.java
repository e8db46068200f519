package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by mistake. */
final class HostileInputIT {

    private static final String CYPHER = "x'}) WITH 1 AS one MATCH (n) DETACH DELETE n //";
    private static final byte[] TEN_MEGABYTES = " ".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run("CALL cartograph.schema.install()", "CREATE (:Product {id: 'tea', name: 'tea', price: 5.0})");
        service = RunningService.start(
                database.uri(),
                folder,
                TestKeys.arguments(
                        "--cartograph.neo4j.password=" + database.password(),
                        "--cartograph.body.time=1s",
                        "--server.tomcat.connection-timeout=2s",
                        "--cartograph.security.refusal-limit.per-second=0"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static Caller as(Role role) {
        return Caller.of(service).withKey(TestKeys.of(role));
    }

    @Test
    void takesCypherForAnId() {
        String id = URLEncoder.encode(CYPHER.replace("/", ""), StandardCharsets.UTF_8)
                .replace("+", "%20");

        assertThat(as(Role.ADMIN).get("/v1/customers/" + id + "/export").statusCode())
                .isEqualTo(404);
        assertThat(as(Role.ADMIN).send("DELETE", "/v1/keys/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(as(Role.ADMIN).get("/v1/experiments/" + id + "/report").statusCode())
                .isEqualTo(404);
        assertThat(as(Role.INGEST)
                        .send("PATCH", "/v1/products/" + id + "/stock", "{\"stock\": 1}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(Role.STOREFRONT)
                        .post("/v1/recommendations", "{\"context\": \"home\", \"customerId\": \"" + CYPHER + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(Role.STOREFRONT)
                        .post("/v1/recommendations", "{\"context\": \"" + CYPHER + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(database.count("MATCH (p:Product) RETURN count(p)")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/recommendations/home%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n",
                "GET /v1/recommendations/home HTTP/1.1\r\nX-Api-Key: a\u0001b\r\n",
                "GET /v1/recommendations/home HTTP/1.1\r\nX-API-Key : a\r\n",
                "GET /v1/recommendations/../keys HTTP/1.1\r\n",
                "GET /v1/recommendations/%2e%2e/keys HTTP/1.1\r\n",
                "GET //v1/keys HTTP/1.1\r\n",
                "GET // HTTP/1.1\r\n",
                "TRACE /v1/keys HTTP/1.1\r\n",
                "GET /v1/keys HTTP/9.9\r\n",
                "GET\u0000/v1/keys HTTP/1.1\r\n"
            })
    void refusesHeadersAndAddressesThatAreNotPlain(String beginning) throws IOException {
        try (RawCall call = new RawCall(service)) {
            String answer = call.send(beginning + "Host: shop\r\nConnection: close\r\n\r\n")
                    .all(5_000);

            assertThat(answer).matches("(?s)HTTP/1.1 (400|401|405|501|505) .*");
            assertThat(answer.toLowerCase())
                    .doesNotContain("\nset-cookie", "tomcat", "\tat ", "\nserver:", "exception");
        }
    }

    @Test
    void doesNotTakeTheBodyOfARefusedRequestForAnotherRequest() throws IOException {
        String hidden = "GET /actuator/health HTTP/1.1\r\nHost: shop\r\n\r\n";
        try (RawCall call = new RawCall(service)) {
            String answer = call.send("POST /v1/orders HTTP/1.1\r\nHost: shop\r\nContent-Length: " + hidden.length()
                            + "\r\n\r\n" + hidden)
                    .all(500);

            assertThat(answer).startsWith("HTTP/1.1 401 ");
            assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STOREFRONT /v1/recommendations", "STOREFRONT /v1/events", "INGEST /v1/orders", "ADMIN /v1/keys"
            })
    void refusesTenMegabytesWhetherTheyAreAnnouncedOrNot(String who) {
        String[] parts = who.split(" ", -1);
        String key = TestKeys.of(Role.valueOf(parts[0]));

        assertThat(posted(parts[1], key, BodyPublishers.ofByteArray(TEN_MEGABYTES)))
                .isEqualTo(413);
        assertThat(posted(parts[1], key, chunks())).isEqualTo(413);
    }

    @Test
    void refusesTenMegabytesOfAStrangerAsTheSmallestBody() {
        assertThat(posted("/v1/orders", "nonsense", BodyPublishers.ofByteArray(TEN_MEGABYTES)))
                .isEqualTo(401);
        assertThat(posted("/v1/orders", "nonsense", chunks())).isEqualTo(401);
        assertThat(posted("/v1/none", TestKeys.of(Role.ADMIN), chunks())).isEqualTo(404);
    }

    private static BodyPublisher chunks() {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEN_MEGABYTES));
    }

    private static int posted(String path, String key, BodyPublisher body) {
        HttpRequest request = service.request(path)
                .header("Content-Type", "application/json")
                .header("X-API-Key", key)
                .POST(body)
                .build();
        return Caller.send(request).statusCode();
    }

    @Test
    void refusesWhatIsDeepOrEndless() {
        List<String> bodies = List.of(
                "[".repeat(2_000) + "]".repeat(2_000),
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                "[\"" + "x".repeat(200_000) + "\"]",
                "[" + "1".repeat(10_000) + "]");

        for (String body : bodies) {
            assertThat(Caller.detail(as(Role.STOREFRONT).post("/v1/events", body)))
                    .startsWith("The body must be at most 50 levels deep");
            assertThat(as(Role.STOREFRONT).post("/v1/recommendations", body).statusCode())
                    .isEqualTo(400);
            assertThat(as(Role.ADMIN).post("/v1/experiments", body).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void cutsABodyThatTrickles() throws IOException, InterruptedException {
        Instant began = Instant.now();
        try (RawCall call = new RawCall(service)) {
            call.send(post("/v1/recommendations", TestKeys.of(Role.STOREFRONT), 1_000));
            call.trickle(400);

            assertThat(call.all(5_000)).startsWith("HTTP/1.1 408 ").contains("The body must arrive within 1000 ms");
        }
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void answersAStrangerWhoTricklesAtOnceAndHangsUp() throws IOException, InterruptedException {
        Instant began = Instant.now();
        try (RawCall call = new RawCall(service)) {
            call.send(post("/v1/orders", "nonsense", 1_000));

            call.trickle(400);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(call.all(8_000)).startsWith("HTTP/1.1 401 ").doesNotContain("(silent)");
        }
    }

    @Test
    void servesOthersWhileManyTrickle() throws IOException {
        List<RawCall> slow = new ArrayList<>();
        try {
            for (int index = 0; index < 60; index++) {
                slow.add(new RawCall(service).send(post("/v1/orders", "nonsense", 1_000)));
            }
            Instant began = Instant.now();

            assertThat(as(Role.ADMIN).get("/actuator/info").statusCode()).isEqualTo(200);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (RawCall call : slow) {
                call.close();
            }
        }
    }

    /** Everybody can read a browser's key; forty bodies that do not come would take all threads for their time, a second here. */
    @Test
    void servesOthersWhileManyTrickleWhoseKeyIsGood() throws IOException {
        List<RawCall> slow = new ArrayList<>();
        try {
            for (int index = 0; index < 40; index++) {
                slow.add(new RawCall(service, "127.0.0.2").send(browsersPost(1_000)));
            }
            Instant began = Instant.now();

            try (RawCall page = new RawCall(service)) {
                assertThat(page.send(browsersPost(18) + "{\"context\":\"home\"}")
                                .all(300))
                        .startsWith("HTTP/1.1 200 ");
            }
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMillis(900));
            String answers = slow.get(39).all(1_500);
            assertThat(answers).startsWith("HTTP/1.1 429 ").contains("The bodies of at most 8 requests of one address");
        } finally {
            for (RawCall call : slow) {
                call.close();
            }
        }
    }

    private static String browsersPost(int length) {
        return post("/v1/recommendations", TestKeys.of(Role.BROWSER), length)
                .replace("\r\nHost", "\r\nOrigin: " + TestKeys.PAGE + "\r\nHost");
    }

    private static String post(String path, String key, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nX-API-Key: " + key
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
