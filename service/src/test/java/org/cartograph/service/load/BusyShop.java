package org.cartograph.service.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shop that reports what happens in it, ten events to a request, some orders and clicks among them, and sends each
 * request with the same ids again until it is acknowledged.
 */
final class BusyShop {

    static final int PRODUCTS = 200;

    private static final int WORKERS = 20;
    private static final int EVENTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final AtomicInteger numbers = new AtomicInteger();
    private final URI service;
    private final Ledger ledger;
    private final Duration period;
    private volatile boolean closing;

    BusyShop(URI service, int eventsPerSecond, Ledger ledger) {
        this.service = service;
        this.ledger = ledger;
        this.period = Duration.ofNanos(1_000_000_000L * EVENTS * WORKERS / eventsPerSecond);
    }

    /** The products whose sales it reports. */
    static String[] products() {
        return new String[] {
            "UNWIND range(0, " + (PRODUCTS - 1) + ") AS n CREATE (:Product {id: 'p' + n, name: 'p' + n, price: 5.0})"
        };
    }

    void open() {
        IntStream.range(0, WORKERS).forEach(worker -> workers.submit(this::work));
    }

    private void work() {
        long next = System.nanoTime();
        while (!closing) {
            try {
                report(numbers.getAndIncrement());
                next = Math.max(next + period.toNanos(), System.nanoTime() - period.toNanos());
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void report(int number) throws InterruptedException {
        if (number % 20 == 0) {
            String order = "s-" + number;
            List<String> products = List.of("p" + number % PRODUCTS, "p" + (number + 1) % PRODUCTS);
            acknowledged("/v1/orders", order(order, number, products));
            ledger.order(order, products);
        } else if (number % 20 == 1) {
            click(number);
        } else {
            List<String> ids = IntStream.range(0, EVENTS)
                    .mapToObj(event -> "e-" + number + "-" + event)
                    .toList();
            acknowledged(
                    "/v1/events",
                    ids.stream().map(id -> behaviour(id, number)).toList().toString());
            ledger.behaviour(ids);
        }
    }

    /** By a visitor who comes for this one click. */
    private void click(int number) throws InterruptedException {
        String visitor = "w" + number;
        JsonNode answer = deliver("/v1/recommendations", "{\"context\":\"home\",\"visitorId\":\"" + visitor + "\"}");
        JsonNode box = answer.path("placements").path(0);
        String product = box.path("items").path(0).path("productId").asString("");
        if (!product.isEmpty()) {
            acknowledged(
                    "/v1/events",
                    "{\"type\":\"click\",\"recommendationId\":\"%s\",\"placement\":\"%s\",\"productId\":\"%s\",\"visitorId\":\"%s\"}"
                            .formatted(
                                    answer.path("recommendationId").asString(),
                                    box.path("name").asString(),
                                    product,
                                    visitor));
            ledger.click(visitor, product);
        }
    }

    private static String order(String id, int number, List<String> products) {
        return """
                {"orderId": "%s", "customerId": "c%d", "at": "2026-03-01T08:00:00Z", "currency": "EUR",
                 "lines": [{"productId": "%s", "quantity": 1, "unitPrice": 5}, {"productId": "%s", "quantity": 2}]}""".formatted(id, number % 300, products.get(0), products.get(1));
    }

    private static String behaviour(String id, int number) {
        String visitor = ",\"visitorId\":\"v" + number % 500 + "\"}";
        int kind = Math.floorMod(id.hashCode(), 10);
        String product = ",\"productId\":\"p" + Math.floorMod(id.hashCode(), PRODUCTS) + "\"";
        return "{\"eventId\":\"" + id + "\",\"type\":\""
                + (kind == 0 ? "search\",\"query\":\"mug\"" : (kind < 3 ? "add_to_cart\"" : "view\"") + product)
                + visitor;
    }

    private void acknowledged(String path, String body) throws InterruptedException {
        JsonNode answer = deliver(path, body);
        if (!answer.path("rejected").isEmpty()) {
            ledger.rejected(answer.path("rejected").toString());
        }
        ledger.acknowledged();
    }

    private JsonNode deliver(String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(body))
                .build();
        while (true) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return json.readTree(response.body());
                }
                if (response.statusCode() != 503 && response.statusCode() != 429) {
                    ledger.rejected(response.body());
                }
            } catch (IOException gone) {
                // The service is being started again.
            }
            ledger.repeated();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Sends nothing new, and waits until all that was sent is acknowledged. */
    void finish() throws InterruptedException {
        closing = true;
        workers.shutdown();
        if (!workers.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new AssertionError("Some requests were never acknowledged.");
        }
    }
}
