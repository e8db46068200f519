package org.cartograph.service.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What visitors do: they get a page, see what it shows, and then click, look at it and put it into the cart. The events
 * speak of answers that were really given, each with its token.
 */
final class Visits {

    static final int EVENTS = 10;

    private static final int VISITORS = 5_000;
    private static final List<String> PAGES = List.of("product", "cart", "home");

    private final JsonMapper json = JsonMapper.shared();
    private final Deque<Shown> shown = new ArrayDeque<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong degraded = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final URI service;
    private final List<String> products;

    Visits(URI service, List<String> products) {
        this.service = service;
        this.products = products;
    }

    /** An answer; {@code seen} once its impressions were reported. */
    private record Shown(String token, String visitor, List<String> products, boolean seen) {}

    /** The page of a visitor. */
    HttpRequest page(int number) {
        String page = PAGES.get(number % PAGES.size());
        String seeds = page.equals("home") ? "" : ",\"products\":[\"" + product(number) + "\"]";
        return post(
                "/v1/recommendations",
                "{\"context\":\"%s\",\"visitorId\":\"%s\"%s}".formatted(page, visitor(number), seeds));
    }

    /** Remembers what a page showed. */
    void shown(String body) {
        JsonNode answer = json.readTree(body);
        if (answer.path("degraded").asBoolean()) {
            degraded.incrementAndGet();
        }
        List<String> ids = new ArrayList<>();
        answer.path("placements")
                .forEach(box -> box.path("items")
                        .forEach(item ->
                                ids.add("\"placement\":\"" + box.path("name").asString() + "\",\"productId\":\""
                                        + item.path("productId").asString() + "\"")));
        if (!ids.isEmpty()) {
            synchronized (shown) {
                shown.add(new Shown(
                        answer.path("recommendationId").asString(), visitor(answers.getAndIncrement()), ids, false));
            }
        }
    }

    /** Ten events of one visitor. */
    HttpRequest events(int number) {
        Shown answer = next();
        List<String> events = new ArrayList<>(EVENTS);
        for (int event = 0; event < EVENTS; event++) {
            String id = "\"eventId\":\"" + run + "-" + number + "-" + event + "\",";
            if (answer == null) {
                events.add("{" + id + "\"type\":\"view\",\"productId\":\"" + product(number + event)
                        + "\",\"visitorId\":\"" + visitor(number) + "\"}");
            } else {
                String product = answer.products().get(event % answer.products().size());
                events.add("{" + id + "\"type\":\"" + type(answer.seen(), event) + "\"," + product + ",\"visitorId\":\""
                        + answer.visitor() + "\",\"recommendationId\":\"" + answer.token() + "\"}");
            }
        }
        return post("/v1/events", events.toString());
    }

    private static String type(boolean seen, int event) {
        if (!seen) {
            return event < EVENTS - 2 ? "impression" : "view";
        }
        return event == 0 ? "click" : (event == 1 ? "add_to_cart" : "view");
    }

    private Shown next() {
        synchronized (shown) {
            Shown answer = shown.poll();
            if (answer != null && !answer.seen()) {
                shown.add(new Shown(answer.token(), answer.visitor(), answer.products(), true));
            }
            return answer;
        }
    }

    /** Counts what was not taken of a request. */
    void acknowledged(String body) {
        if (!body.contains("\"rejected\":[]")) {
            refused.incrementAndGet();
        }
    }

    long degraded() {
        return degraded.get();
    }

    long refused() {
        return refused.get();
    }

    private String product(int number) {
        return products.get(Math.floorMod(number * 31, products.size()));
    }

    private static String visitor(int number) {
        return "v" + Math.floorMod(number * 17, VISITORS);
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
