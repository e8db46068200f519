package org.cartograph.service.customers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A person's rights over HTTP, before a real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CustomersIT {

    /** Part of every id that names a person here, and of nothing else. */
    private static final String MARKER = "marker4711";

    private static final String ANN = "ann-" + MARKER;
    private static final String VISITOR = "visitor-" + MARKER;

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;
    private static Lines log;
    private static boolean killed;

    /** What is logged, as text. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Collection<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run("CALL cartograph.schema.install()");
        service = RunningService.startTwo(database.uri(), folder, "--cartograph.neo4j.password=" + database.password());
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        log = new Lines();
        log.setContext(logging);
        log.start();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        logging.getLogger("org.cartograph").setLevel(Level.DEBUG);
    }

    @AfterAll
    static void close() {
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        logging.getLogger("org.cartograph").setLevel(Level.INFO);
        logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
        service.close();
    }

    @BeforeEach
    void fill() {
        if (killed) {
            return;
        }
        database.run("MATCH (n) WHERE NOT n:Model DETACH DELETE n", """
                CREATE (drinks:Attribute:Category {key: 'category', value: 'drinks'}), (leaf:Attribute:Brand {key: 'brand', value: 'Leaf'}),
                       (tea:Product {id: 'tea', name: 'tea', price: 4.0}), (mug:Product {id: 'mug', name: 'mug', price: 6.0}),
                       (tea)-[:HAS]->(drinks), (tea)-[:HAS]->(leaf),
                       (ann:Customer {id: 'ann-marker4711'}), (v:Customer {id: 'visitor-marker4711', anonymous: true}),
                       (:Order {id: 'o1', updatedAt: datetime(), status: 'completed', currency: 'EUR'}),
                       (ann)-[:PURCHASED {orderId: 'o1', at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: 4.0}]->(tea),
                       (v)-[:VIEWED {at: datetime('2026-03-02T08:00:00Z'), eventId: 'e1'}]->(mug)""");
    }

    @Test
    @Order(1)
    void keepsPreferencesOfACustomerWhoIsNew() {
        Response answer =
                prefer("new-" + MARKER, "{\"consent\":true,\"categories\":[\"drinks\"],\"brands\":[\"Leaf\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo("{\"customerId\":\"new-marker4711\",\"consent\":true,\"categories\":[\"drinks\"],"
                        + "\"brands\":[\"Leaf\"],\"attributes\":{}}");
        assertThat(database.count("MATCH (:Customer {id: 'new-marker4711'})-[:PREFERS]->(a) RETURN count(a)"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"categories\":[\"drink\"]} | Did you mean `drinks`?",
                "{\"categories\":\"drinks\"} | `categories` must be a list, but was \"drinks\".",
                "{\"consent\":\"no\"} | `consent` must be true or false, but was \"no\".",
                "{\"category\":[]} | `category` is not a field here",
                "{\"consent\" | The body must be JSON, but it is malformed",
                "{\"brands\":[null]} | `brands` must be a list of texts"
            })
    void refusesPreferencesThatMeanNothing(String body, String sentence) {
        Response answer = prefer("new-" + MARKER, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(sentence);
        assertThat(database.count("MATCH (c:Customer {id: 'new-marker4711'}) RETURN count(c)"))
                .isZero();
    }

    @Test
    @Order(3)
    void exportsEverythingAndLetsNobodyCacheIt() {
        Response answer = service.get(path(ANN, "/export"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cacheControl()).isEqualTo("no-store");
        assertThat(answer.body().path("customerId").asString()).isEqualTo(ANN);
        List<String> kinds = new ArrayList<>();
        answer.body().path("held").forEach(held -> kinds.add(held.path("kind").asString()));
        assertThat(kinds).containsExactly("Customer", "Order", "PURCHASED");
        assertThat(answer.body().path("held").path(2).toString())
                .isEqualTo("{\"kind\":\"PURCHASED\",\"at\":\"2026-03-01T08:00Z\",\"productId\":\"tea\",\"data\":{"
                        + "\"at\":\"2026-03-01T08:00Z\",\"orderId\":\"o1\",\"quantity\":1,\"unitPrice\":4.0}}");
    }

    @Test
    @Order(4)
    void hasNothingToExportOfSomebodyUnknown() {
        Response answer = service.get(path("nobody-" + MARKER, "/export"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.detail()).isEqualTo("Nothing is held about a customer of this id.");
    }

    @Test
    @Order(5)
    void erasesAPersonAndSaysTheSameTheSecondTime() {
        assertThat(forget(ANN)).isEqualTo(204);
        assertThat(forget(ANN)).isEqualTo(204);

        assertThat(service.get(path(ANN, "/export")).status()).isEqualTo(404);
        assertThat(database.count(
                        "MATCH (c:Customer)-[:PURCHASED]->() WHERE c.id STARTS WITH 'forgotten:' RETURN count(c)"))
                .isEqualTo(1);
    }

    @Test
    @Order(6)
    void mergesAVisitorOnce() {
        assertThat(merge(ANN, VISITOR).body().toString())
                .isEqualTo("{\"known\":true,\"moved\":1,\"joined\":0,\"erased\":0}");
        assertThat(merge(ANN, VISITOR).body().path("known").asBoolean()).isFalse();

        assertThat(database.count("MATCH (:Customer {id: 'ann-marker4711'})-[v:VIEWED]->() RETURN count(v)"))
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void neverMergesTwoCustomers() {
        assertThat(merge("new-" + MARKER, ANN).detail()).contains("two customers are never merged");
        assertThat(service.post(path(ANN, "/merge"), "{}").detail())
                .isEqualTo("`visitorId` must be given, but was missing.");
        assertThat(merge("x".repeat(65), VISITOR).detail()).contains("`customerId` must be 1 to 64 characters");
    }

    @Test
    @Order(8)
    void stopsPersonalAnswersWithTheNextOne() {
        database.run("CALL cartograph.model.build({})");
        String home = "{\"context\":\"home\",\"seed\":7,\"budgetMs\":5000,\"customerId\":\"%s\"}";
        String stranger = placements(service.recommend(home.formatted("stranger")));
        assertThat(placements(service.recommend(home.formatted(ANN)))).isNotEqualTo(stranger);

        prefer(ANN, "{\"consent\":false}");

        assertThat(placements(service.recommend(home.formatted(ANN)))).isEqualTo(stranger);
    }

    @Test
    @Order(9)
    void asksToComeBackWhileTheDatabaseIsAway() {
        writeWhatNamesThem();
        killed = true;
        database.kill();

        assertThat(prefer(ANN, "{}").status()).isEqualTo(503);
        assertThat(service.get(path(ANN, "/export")).status()).isEqualTo(503);
        assertThat(forget(ANN)).isEqualTo(503);
        assertThat(merge(ANN, VISITOR).status()).isEqualTo(503);
        for (int request = 0; request < 10; request++) {
            assertThat(forget(ANN)).isEqualTo(503);
        }
        writeWhatNamesThem();
    }

    /** Some of it cannot be written. */
    private static void writeWhatNamesThem() {
        String order = "{\"orderId\":\"o7\",\"customerId\":\"%s\",\"at\":\"2026-03-01T08:00:00Z\",\"lines\":[%s]}";
        service.post("/v1/orders", order.formatted(ANN, "{\"productId\":\"tea\",\"quantity\":1}"));
        service.post("/v1/orders", order.formatted(ANN, ""));
        service.post("/v1/orders", "{\"customerId\":[\"" + ANN + "\"]}");
        String event =
                "{\"type\":\"%s\",\"eventId\":\"e7\",\"productId\":\"tea\",\"customerId\":\"%s\",\"visitorId\":\"%s\"}";
        service.post("/v1/events", event.formatted("view", ANN, VISITOR));
        service.post("/v1/events", event.formatted("viewed", ANN, VISITOR));
        service.post("/v1/events", event.formatted("view", "unknown-" + MARKER, "x".repeat(65)));
        service.get("/v1/experiments/" + MARKER + "/report");
    }

    @Test
    @Order(10)
    void namesNobodyInTheLog() {
        service.get("/v1/recommendations/home?customer=" + ANN + "&visitor=" + VISITOR);
        service.get("/v1/recommendations/home?customer=" + ANN + "&limit=none");
        service.get("/v1/customers/" + ANN + "/nothing");
        service.recommend("{\"context\":\"home\",\"customerId\":[\"" + ANN + "\"]}");

        assertThat(log.lines).isNotEmpty().noneMatch(line -> line.contains(MARKER));
    }

    @Test
    @Order(11)
    void namesNobodyInTheMetrics() {
        JsonNode names = service.get("/actuator/metrics").body().path("names");

        assertThat(names).isNotEmpty();
        names.forEach(name -> assertThat(service.get("/actuator/metrics/" + name.asString())
                        .body()
                        .toString())
                .doesNotContain(MARKER));
        assertThat(service.get("/actuator/metrics/http.server.requests").body().toString())
                .contains("/v1/customers/{id}/export");
    }

    private static String placements(Response answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("placements").toString();
    }

    private static String path(String id, String rest) {
        return "/v1/customers/" + id + rest;
    }

    private static Response prefer(String id, String body) {
        return service.send(service.request(path(id, "/preferences"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static int forget(String id) {
        return service.send(service.request(path(id, "")).DELETE()).status();
    }

    private static Response merge(String id, String visitorId) {
        return service.post(path(id, "/merge"), "{\"visitorId\":\"" + visitorId + "\"}");
    }
}
