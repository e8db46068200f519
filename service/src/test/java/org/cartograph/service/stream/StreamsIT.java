package org.cartograph.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Orders, products and events from a real broker into a real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StreamsIT {

    private static final String ORDERS = "cartograph.orders";
    private static final String PRODUCTS = "cartograph.products";
    private static final String EVENTS = "cartograph.events";
    private static final String REJECTED = ".rejected";

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        broker = new TestBroker();
        broker.create(ORDERS, 2, Map.of());
        broker.create(PRODUCTS, 2, Map.of());
        broker.create(EVENTS, 2, Map.of());
        broker.create(ORDERS + REJECTED, 1, Map.of());
        broker.create(PRODUCTS + REJECTED, 1, Map.of("max.message.bytes", "20000"));
        database = ChildDatabase.shared();
        service = serve();
    }

    @AfterAll
    static void close() {
        service.close();
        broker.close();
    }

    private static RunningService serve() {
        return RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=30s",
                "--cartograph.model.refresh-interval=0",
                "--cartograph.kafka.enabled=true",
                "--cartograph.kafka.retry=200ms",
                "--cartograph.kafka.lag-interval=200ms",
                "--spring.kafka.bootstrap-servers=" + broker.address(),
                "--spring.kafka.producer.properties.max.block.ms=500");
    }

    @Test
    @Order(1)
    void bringsProductsOrdersAndEventsIntoTheGraph() {
        broker.send(PRODUCTS, "pot", "{\"productId\": \"pot\", \"name\": \"Tea pot\", \"price\": 19.5}");
        await(() -> database.count("MATCH (p:Product {id: 'pot', price: 19.5}) RETURN count(p)") == 1);

        broker.send(ORDERS, "ann", order("brought", "ann", "pot"));
        broker.send(EVENTS, "v1", "[" + view("seen-1", "v1", "pot") + "," + view("seen-2", "v1", "pot") + "]");

        await(() -> database.count(
                        "MATCH (:Customer {id: 'ann'})-[r:PURCHASED {orderId: 'brought'}]->({id: 'pot'}) RETURN count(r)")
                == 1);
        await(() -> database.count("MATCH ({id: 'v1'})-[r:VIEWED]->({id: 'pot'}) RETURN count(r)") == 2);
        await(() -> items(EVENTS, "accepted") == 2);
    }

    @Test
    @Order(2)
    void keepsTheGoodItemsOfAListAndSaysWhyOneIsADeadLetter() {
        broker.send(
                ORDERS,
                "bob",
                "[" + order("good-1", "bob", "pot") + ",{\"orderId\":\"bad\",\"at\":\"yesterday\"},"
                        + order("good-2", "bob", "pot") + "]");

        ConsumerRecord<String, String> letter = letter(ORDERS, "bad");
        assertThat(letter.key()).isEqualTo("bob");
        assertThat(letter.value()).isEqualTo("{\"orderId\":\"bad\",\"at\":\"yesterday\"}");
        assertThat(header(letter, "cartograph-reason"))
                .isEqualTo("`at` must be a time since 1970 with its offset, such as \"2026-03-01T08:00:00Z\", but was "
                        + "\"yesterday\".");
        assertThat(header(letter, "cartograph-topic")).isEqualTo(ORDERS);
        assertThat(header(letter, "cartograph-partition")).isIn("0", "1");
        assertThat(header(letter, "cartograph-offset")).isNotBlank();
        assertThat(header(letter, "cartograph-item")).isEqualTo("1");
        assertThat(database.count(
                        "MATCH ({id: 'bob'})-[r:PURCHASED]->() WHERE r.orderId STARTS WITH 'good' RETURN count(r)"))
                .isEqualTo(2);
    }

    @Test
    @Order(3)
    void changesNothingWhenTheSameRecordsComeAgain() {
        double before = items(ORDERS, "duplicate") + items(EVENTS, "duplicate");
        String[] orders = {order("again-1", "cid", "pot"), order("again-2", "cid", "pot")};
        broker.send(ORDERS, "cid", orders);
        broker.send(ORDERS, "cid", orders);
        broker.send(EVENTS, "v2", view("again-3", "v2", "pot"), view("again-3", "v2", "pot"));

        await(() -> items(ORDERS, "duplicate") + items(EVENTS, "duplicate") == before + 3);
        assertThat(database.count("MATCH ({id: 'cid'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(2);
        assertThat(database.count("MATCH ({id: 'v2'})-[r:VIEWED]->() RETURN count(r)"))
                .isOne();
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            nullValues = "nothing",
            value = {
                "m1 | {\"orderId\": \"m1\" | The body must be JSON, but it is malformed at line 1, column 17.",
                "m2 | 7 | `body` must be a list of objects, but was 7.",
                "m3 | [] | The body must have between 1 and 1,000 items, but had 0.",
                "m4 | nothing | The record must have a value, but had none.",
            })
    void makesADeadLetterOfWhatIsNoListOfOrders(String key, String value, String reason) {
        broker.send(ORDERS, key, value);

        ConsumerRecord<String, String> letter = letterOf(ORDERS, key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, "cartograph-reason")).isEqualTo(reason);
        assertThat(letter.headers().lastHeader("cartograph-item")).isNull();
    }

    @Test
    @Order(5)
    void namesARecordThatTheDeadLetterTopicCannotHold() {
        broker.send(PRODUCTS, "large", "{\"productId\": 1, \"name\": \"" + "x".repeat(50_000) + "\"}");

        ConsumerRecord<String, String> letter = letterOf(PRODUCTS, "large");
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "cartograph-reason")).isEqualTo("`productId` must be a text in quotes, but was 1.");
        assertThat(Integer.parseInt(header(letter, "cartograph-bytes-left-out")))
                .isGreaterThan(50_000);
    }

    @Test
    @Order(6)
    void waitsForATopicThatTakesTheDeadLetter() {
        broker.send(EVENTS, "v3", "{", view("behind", "v3", "pot"));

        await(() -> waitsBecause(EVENTS).startsWith("a dead letter could not be sent"));
        await(() -> lag(EVENTS) == 2);
        assertThat(database.count("MATCH ({id: 'v3'})-[r:VIEWED]->() RETURN count(r)"))
                .isLessThanOrEqualTo(1);

        broker.create(EVENTS + REJECTED, 1, Map.of());

        letterOf(EVENTS, "v3");
        await(() -> lag(EVENTS) == 0);
        assertThat(database.count("MATCH ({id: 'v3'})-[r:VIEWED]->() RETURN count(r)"))
                .isOne();
    }

    @Test
    @Order(7)
    void losesNothingWritesNothingTwiceAndKeepsTheOrderWhenTheDatabaseIsKilled() {
        int letters = broker.all(ORDERS + REJECTED).size();
        broker.send(ORDERS, "dee", orders("early", 0, 150));
        broker.send(PRODUCTS, "mug", prices(1, 50));
        database.kill();
        broker.send(ORDERS, "eve", orders("late", 0, 150));
        broker.send(PRODUCTS, "mug", prices(51, 100));
        await(() -> lag(ORDERS) >= 150 && lag(PRODUCTS) >= 50);
        await(() -> waitsBecause(ORDERS).startsWith("the database did not confirm the write"));

        database.start();

        await(() -> lag(ORDERS) == 0 && lag(PRODUCTS) == 0);
        assertThat(database.count("MATCH ({id: 'dee'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(150);
        assertThat(database.count("MATCH ({id: 'eve'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(150);
        assertThat(database.count("MATCH (p:Product {id: 'mug'}) RETURN toInteger(p.price)"))
                .isEqualTo(100);
        assertThat(broker.all(ORDERS + REJECTED)).hasSize(letters);
        assertThat(waitsBecause(ORDERS)).isEmpty();
    }

    @Test
    @Order(8)
    void finishesWhatIsInHandAndGoesOnAfterARestart() {
        double before = items(ORDERS, "accepted");
        broker.send(ORDERS, "fay", orders("restart", 0, 600));
        await(() -> items(ORDERS, "accepted") > before);
        service.close();
        service = serve();

        await(() -> lag(ORDERS) == 0);
        assertThat(database.count("MATCH ({id: 'fay'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(600);
        assertThat(items(ORDERS, "duplicate"))
                .as("what a service that stops has left unconfirmed")
                .isZero();
    }

    @Test
    @Order(9)
    void showsThatTheBrokerIsAwayAndStaysReady() {
        await(() -> service.get("/actuator/health/readiness").status() == 200);
        broker.stop();

        await(() -> !health().path(ORDERS).path("trouble").asString("").isEmpty());
        assertThat(service.get("/actuator/health")
                        .body()
                        .path("components")
                        .path("stream")
                        .path("status")
                        .asString())
                .isEqualTo("DOWN");
        assertThat(lag(ORDERS)).isNaN();
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private static String order(String id, String customer, String product) {
        return """
                {"orderId": "%s", "customerId": "%s", "at": "2026-03-01T08:00:00Z",
                 "lines": [{"productId": "%s", "quantity": 1, "unitPrice": 19.5}]}""".formatted(id, customer, product);
    }

    private static String[] orders(String name, int from, int to) {
        String customer =
                Map.of("early", "dee", "late", "eve", "restart", "fay").get(name);
        return IntStream.range(from, to)
                .mapToObj(number -> order(name + "-" + number, customer, "pot"))
                .toArray(String[]::new);
    }

    private static String[] prices(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(price -> "{\"productId\": \"mug\", \"price\": " + price + "}")
                .toArray(String[]::new);
    }

    private static String view(String id, String visitor, String product) {
        return "{\"eventId\": \"%s\", \"type\": \"view\", \"visitorId\": \"%s\", \"productId\": \"%s\"}"
                .formatted(id, visitor, product);
    }

    private static ConsumerRecord<String, String> letter(String topic, String word) {
        await(() -> broker.all(topic + REJECTED).stream().anyMatch(letter -> holds(letter, word)));
        return broker.all(topic + REJECTED).stream()
                .filter(letter -> holds(letter, word))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(ConsumerRecord<String, String> letter, String word) {
        return letter.value() != null && letter.value().contains(word);
    }

    private static ConsumerRecord<String, String> letterOf(String topic, String key) {
        await(() -> broker.all(topic + REJECTED).stream()
                .anyMatch(letter -> letter.key().equals(key)));
        return broker.all(topic + REJECTED).stream()
                .filter(letter -> letter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private static double items(String topic, String outcome) {
        return measured("cartograph.stream.items?tag=topic:" + topic + "&tag=outcome:" + outcome);
    }

    private static double lag(String topic) {
        return measured("cartograph.stream.lag?tag=topic:" + topic);
    }

    private static double measured(String metric) {
        return service.get("/actuator/metrics/" + metric)
                .body()
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble(Double.NaN);
    }

    private static String waitsBecause(String topic) {
        return health().path(topic).path("waitsBecause").asString("");
    }

    private static JsonNode health() {
        return service.get("/actuator/health")
                .body()
                .path("components")
                .path("stream")
                .path("details");
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
