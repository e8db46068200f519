package org.cartograph.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import tools.jackson.databind.JsonNode;

/** A real broker with a shop's topics, a real database, and a service between them. */
final class StreamedShop implements AutoCloseable {

    static final String ORDERS = "cartograph.orders";
    static final String PRODUCTS = "cartograph.products";
    static final String EVENTS = "cartograph.events";
    static final String REJECTED = ".rejected";

    private final Path folder;
    private final TestBroker broker = new TestBroker();
    private final ChildDatabase database;
    private RunningService service;

    StreamedShop(Path folder) {
        this.folder = folder;
        broker.create(ORDERS, 2, Map.of());
        broker.create(PRODUCTS, 2, Map.of());
        broker.create(EVENTS, 2, Map.of());
        broker.create(ORDERS + REJECTED, 1, Map.of());
        broker.create(PRODUCTS + REJECTED, 1, Map.of("max.message.bytes", "20000"));
        this.database = ChildDatabase.shared();
        this.service = serve();
    }

    private RunningService serve() {
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

    TestBroker broker() {
        return broker;
    }

    ChildDatabase database() {
        return database;
    }

    RunningService service() {
        return service;
    }

    /** Stops the service and starts another. */
    void restart() {
        service.close();
        service = serve();
    }

    ConsumerRecord<String, String> letter(String topic, String word) {
        await(() -> broker.all(topic + REJECTED).stream().anyMatch(letter -> holds(letter, word)));
        return broker.all(topic + REJECTED).stream()
                .filter(letter -> holds(letter, word))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(ConsumerRecord<String, String> letter, String word) {
        return letter.value() != null && letter.value().contains(word);
    }

    ConsumerRecord<String, String> letterOf(String topic, String key) {
        await(() -> broker.all(topic + REJECTED).stream()
                .anyMatch(letter -> letter.key().equals(key)));
        return broker.all(topic + REJECTED).stream()
                .filter(letter -> letter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    double items(String topic, String outcome) {
        return measured("cartograph.stream.items?tag=topic:" + topic + "&tag=outcome:" + outcome);
    }

    double lag(String topic) {
        return measured("cartograph.stream.lag?tag=topic:" + topic);
    }

    private double measured(String metric) {
        return service.get("/actuator/metrics/" + metric)
                .body()
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble(Double.NaN);
    }

    String waitsBecause(String topic) {
        return health().path(topic).path("waitsBecause").asString("");
    }

    JsonNode health() {
        return service.get("/actuator/health")
                .body()
                .path("components")
                .path("stream")
                .path("details");
    }

    static void await(BooleanSupplier wanted) {
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

    @Override
    public void close() {
        service.close();
        broker.close();
    }
}
