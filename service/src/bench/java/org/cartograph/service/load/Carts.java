package org.cartograph.service.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Carts of one to six products, each of a customer with a history, that want all boxes of the page. */
final class Carts {

    private static final int LARGEST = 6;

    private final AtomicInteger degraded = new AtomicInteger();
    private final AtomicInteger empty = new AtomicInteger();
    private final URI service;
    private final List<String> products;
    private final List<String> customers;

    Carts(URI service, List<String> products, List<String> customers) {
        this.service = service;
        this.products = products;
        this.customers = customers;
    }

    HttpRequest request(int number) {
        String cart = IntStream.range(0, 1 + number % LARGEST)
                .mapToObj(place -> "\"" + products.get(Math.floorMod(number * 31 + place * 7, products.size())) + "\"")
                .collect(Collectors.joining(","));
        String customer = customers.get(Math.floorMod(number * 17, customers.size()));
        return HttpRequest.newBuilder(service.resolve("/v1/recommendations"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"context\":\"cart\",\"customerId\":\"%s\",\"products\":[%s]}".formatted(customer, cart)))
                .build();
    }

    /** Counts what was not the model's answer, or none. */
    void answered(String body) {
        if (body.contains("\"degraded\":true")) {
            degraded.incrementAndGet();
        }
        if (!body.contains("\"rank\":1")) {
            empty.incrementAndGet();
        }
    }

    int degraded() {
        return degraded.get();
    }

    int empty() {
        return empty.get();
    }
}
