package org.cartograph.service.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.service.stream.StreamedShop.EVENTS;
import static org.cartograph.service.stream.StreamedShop.ORDERS;
import static org.cartograph.service.stream.StreamedShop.PRODUCTS;
import static org.cartograph.service.stream.StreamedShop.REJECTED;
import static org.cartograph.service.stream.StreamedShop.await;
import static org.cartograph.service.stream.StreamedShop.header;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders, products and events from a real broker into a real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StreamsIT {

    @TempDir
    private static Path folder;

    private static StreamedShop shop;

    @BeforeAll
    static void open() {
        shop = new StreamedShop(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Order(1)
    void bringsProductsOrdersAndEventsIntoTheGraph() {
        shop.broker().send(PRODUCTS, "pot", "{\"productId\": \"pot\", \"name\": \"Tea pot\", \"price\": 19.5}");
        await(() -> shop.database().count("MATCH (p:Product {id: 'pot', price: 19.5}) RETURN count(p)") == 1);

        shop.broker().send(ORDERS, "ann", Messages.order("brought", "ann", "pot"));
        shop.broker()
                .send(
                        EVENTS,
                        "v1",
                        "[" + Messages.view("seen-1", "v1", "pot") + "," + Messages.view("seen-2", "v1", "pot") + "]");

        await(() -> shop.database()
                        .count(
                                "MATCH (:Customer {id: 'ann'})-[r:PURCHASED {orderId: 'brought'}]->({id: 'pot'}) RETURN count(r)")
                == 1);
        await(() -> shop.database().count("MATCH ({id: 'v1'})-[r:VIEWED]->({id: 'pot'}) RETURN count(r)") == 2);
        await(() -> shop.items(EVENTS, "accepted") == 2);
    }

    @Test
    @Order(2)
    void keepsTheGoodItemsOfAListAndSaysWhyOneIsADeadLetter() {
        shop.broker()
                .send(
                        ORDERS,
                        "bob",
                        "[" + Messages.order("good-1", "bob", "pot") + ",{\"orderId\":\"bad\",\"at\":\"yesterday\"},"
                                + Messages.order("good-2", "bob", "pot") + "]");

        ConsumerRecord<String, String> letter = shop.letter(ORDERS, "bad");
        assertThat(letter.key()).isEqualTo("bob");
        assertThat(letter.value()).isEqualTo("{\"orderId\":\"bad\",\"at\":\"yesterday\"}");
        assertThat(header(letter, "cartograph-reason"))
                .isEqualTo("`at` must be a time since 1970 with its offset, such as \"2026-03-01T08:00:00Z\", but was "
                        + "\"yesterday\".");
        assertThat(header(letter, "cartograph-topic")).isEqualTo(ORDERS);
        assertThat(header(letter, "cartograph-partition")).isIn("0", "1");
        assertThat(header(letter, "cartograph-offset")).isNotBlank();
        assertThat(header(letter, "cartograph-item")).isEqualTo("1");
        assertThat(
                        shop.database()
                                .count(
                                        "MATCH ({id: 'bob'})-[r:PURCHASED]->() WHERE r.orderId STARTS WITH 'good' RETURN count(r)"))
                .isEqualTo(2);
    }

    @Test
    @Order(3)
    void changesNothingWhenTheSameRecordsComeAgain() {
        double before = shop.items(ORDERS, "duplicate") + shop.items(EVENTS, "duplicate");
        String[] orders = {Messages.order("again-1", "cid", "pot"), Messages.order("again-2", "cid", "pot")};
        shop.broker().send(ORDERS, "cid", orders);
        shop.broker().send(ORDERS, "cid", orders);
        shop.broker().send(EVENTS, "v2", Messages.view("again-3", "v2", "pot"), Messages.view("again-3", "v2", "pot"));

        await(() -> shop.items(ORDERS, "duplicate") + shop.items(EVENTS, "duplicate") == before + 3);
        assertThat(shop.database().count("MATCH ({id: 'cid'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(2);
        assertThat(shop.database().count("MATCH ({id: 'v2'})-[r:VIEWED]->() RETURN count(r)"))
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
        shop.broker().send(ORDERS, key, value);

        ConsumerRecord<String, String> letter = shop.letterOf(ORDERS, key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, "cartograph-reason")).isEqualTo(reason);
        assertThat(letter.headers().lastHeader("cartograph-item")).isNull();
    }

    @Test
    @Order(5)
    void namesARecordThatTheDeadLetterTopicCannotHold() {
        shop.broker().send(PRODUCTS, "large", "{\"productId\": 1, \"name\": \"" + "x".repeat(50_000) + "\"}");

        ConsumerRecord<String, String> letter = shop.letterOf(PRODUCTS, "large");
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "cartograph-reason")).isEqualTo("`productId` must be a text in quotes, but was 1.");
        assertThat(Integer.parseInt(header(letter, "cartograph-bytes-left-out")))
                .isGreaterThan(50_000);
    }

    @Test
    @Order(6)
    void waitsForATopicThatTakesTheDeadLetter() {
        shop.broker().send(EVENTS, "v3", "{", Messages.view("behind", "v3", "pot"));

        await(() -> shop.waitsBecause(EVENTS).startsWith("a dead letter could not be sent"));
        await(() -> shop.lag(EVENTS) == 2);

        shop.broker().create(EVENTS + REJECTED, 1, Map.of());

        shop.letterOf(EVENTS, "v3");
        await(() -> shop.lag(EVENTS) == 0);
        assertThat(shop.database().count("MATCH ({id: 'v3'})-[r:VIEWED]->() RETURN count(r)"))
                .isOne();
    }

    @Test
    @Order(7)
    void losesNothingWritesNothingTwiceAndKeepsTheOrderWhenTheDatabaseIsKilled() {
        int letters = shop.broker().all(ORDERS + REJECTED).size();
        shop.broker().send(ORDERS, "dee", Messages.orders("early", 0, 150));
        shop.broker().send(PRODUCTS, "mug", Messages.prices(1, 50));
        shop.database().kill();
        shop.broker().send(ORDERS, "eve", Messages.orders("late", 0, 150));
        shop.broker().send(PRODUCTS, "mug", Messages.prices(51, 100));
        await(() -> shop.lag(ORDERS) >= 150 && shop.lag(PRODUCTS) >= 50);
        await(() -> shop.waitsBecause(ORDERS).startsWith("the database did not confirm the write"));

        shop.database().start();

        await(() -> shop.lag(ORDERS) == 0 && shop.lag(PRODUCTS) == 0);
        assertThat(shop.database().count("MATCH ({id: 'dee'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(150);
        assertThat(shop.database().count("MATCH ({id: 'eve'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(150);
        assertThat(shop.database().count("MATCH (p:Product {id: 'mug'}) RETURN toInteger(p.price)"))
                .isEqualTo(100);
        assertThat(shop.broker().all(ORDERS + REJECTED)).hasSize(letters);
        assertThat(shop.waitsBecause(ORDERS)).isEmpty();
    }

    @Test
    @Order(8)
    void finishesWhatIsInHandAndGoesOnAfterARestart() {
        double before = shop.items(ORDERS, "accepted");
        shop.broker().send(ORDERS, "fay", Messages.orders("restart", 0, 600));
        await(() -> shop.items(ORDERS, "accepted") > before);
        shop.restart();

        await(() -> shop.lag(ORDERS) == 0);
        assertThat(shop.database().count("MATCH ({id: 'fay'})-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(600);
        assertThat(shop.items(ORDERS, "duplicate"))
                .as("what a service that stops has left unconfirmed")
                .isZero();
    }

    @Test
    @Order(9)
    void showsThatTheBrokerIsAwayAndStaysReady() {
        await(() -> shop.service().get("/actuator/health/readiness").status() == 200);
        shop.broker().stop();

        await(() -> !shop.health().path(ORDERS).path("trouble").asString("").isEmpty());
        assertThat(shop.service()
                        .get("/actuator/health")
                        .body()
                        .path("components")
                        .path("stream")
                        .path("status")
                        .asString())
                .isEqualTo("DOWN");
        assertThat(shop.lag(ORDERS)).isNaN();
        assertThat(shop.service().get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
