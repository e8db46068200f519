package org.cartograph.service.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Do heap and threads stay as they are while a shop goes on: pages, events and orders, for ten minutes?
 *
 * <p>{@code ./mvnw -q -Pbench -pl service -am verify -DskipTests -Dbench.run=MixedLoadBenchmark -Dbench.folder=DIR}; the shop
 * is that of {@link EventsBenchmark}. After every minute both JVMs are made to collect, and what lives is counted.
 */
public final class MixedLoadBenchmark {

    private static final int MINUTES = Integer.getInteger("bench.minutes", 10);
    private static final int MINUTE = 60;
    private static final int PAGES_PER_SECOND = 60;
    private static final int EVENTS_PER_SECOND = 500;
    private static final int ORDERS_PER_SECOND = 5;

    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up", 150);
    private static final int WARM_UP_IN_FLIGHT = 2;

    private final URI service;
    private final List<String> products;
    private final List<String> customers;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private MixedLoadBenchmark(URI service, LargeShop shop) {
        this.service = service;
        this.products = shop.bestsellers();
        this.customers = shop.regulars();
    }

    /** Runs in the folder that is the first argument. */
    public static void main(String[] arguments) throws Exception {
        try (LargeShop shop = LargeShop.open(Path.of(arguments[0]).toAbsolutePath());
                MeasuredService service = MeasuredService.ofJar(shop.folder(), shop.database())) {
            MixedLoadBenchmark benchmark = new MixedLoadBenchmark(service.address(), shop);
            benchmark.warmUp();
            System.out.println(
                    "| minute | pages: failed, p99 (ms) | events: failed, p99 (ms) | orders: failed, p99 (ms) "
                            + "| service: live MB, threads | database: live MB, threads |");
            System.out.println("|---|---|---|---|---|---|");
            for (int minute = 0; minute <= MINUTES; minute++) {
                String loads = minute == 0 ? "| | | " : benchmark.minute(minute);
                System.out.printf(
                        "| %d | %s %s | %s |%n",
                        minute,
                        loads,
                        vitals(service.pid()),
                        vitals(shop.database().pid()));
            }
        }
    }

    private void warmUp() throws InterruptedException, ExecutionException {
        load(0, WARM_UP_SECONDS, WARM_UP_IN_FLIGHT);
    }

    private String minute(int minute) throws InterruptedException, ExecutionException {
        return load(minute, MINUTE, Integer.MAX_VALUE);
    }

    private String load(int minute, int seconds, int inFlight) throws InterruptedException, ExecutionException {
        Visits visits = new Visits(service, products);
        CompletableFuture<OpenLoop.Result> pages =
                new OpenLoop(PAGES_PER_SECOND, visits::page, visits::shown, inFlight).beside(seconds);
        CompletableFuture<OpenLoop.Result> events = new OpenLoop(
                        EVENTS_PER_SECOND / Visits.EVENTS, visits::events, visits::acknowledged, inFlight)
                .beside(seconds);
        CompletableFuture<OpenLoop.Result> orders =
                new OpenLoop(ORDERS_PER_SECOND, number -> order(minute, number), body -> {}, inFlight).beside(seconds);
        return row(pages.get()) + row(events.get()) + row(orders.get());
    }

    private static String row(OpenLoop.Result result) {
        String failures = result.failed() == 0 ? "0" : result.failures().toString();
        return "%s, %.1f | ".formatted(failures, result.millis(99));
    }

    private HttpRequest order(int minute, int number) {
        String order = """
                {"orderId": "%s-%d-%d", "customerId": "%s", "at": "2026-01-01T08:00:00Z", "currency": "EUR",
                 "lines": [{"productId": "%s", "quantity": 1, "unitPrice": 5}, {"productId": "%s", "quantity": 2}]}""".formatted(
                        run,
                        minute,
                        number,
                        customers.get(Math.floorMod(number * 17, customers.size())),
                        products.get(Math.floorMod(number * 31, products.size())),
                        products.get(Math.floorMod(number * 37 + 1, products.size())));
        return HttpRequest.newBuilder(service.resolve("/v1/orders"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order))
                .build();
    }

    private static String vitals(long pid) throws IOException, InterruptedException {
        Vitals vitals = Vitals.of(pid);
        return "%.0f, %d".formatted(vitals.liveBytes() / 1e6, vitals.threads());
    }
}
