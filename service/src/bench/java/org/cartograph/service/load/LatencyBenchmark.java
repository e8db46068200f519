package org.cartograph.service.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * How long does a cart wait at 300 requests a second, beside an endpoint of the same service that only asks the database
 * for 1? Then: what rate can be held with 99 of 100 carts answered within 50 ms, and where does the time go?
 *
 * <p>{@code ./mvnw -q -Pbench -pl service -am verify -DskipTests -Dbench.run=LatencyBenchmark -Dbench.folder=DIR}; the shop
 * is that of {@link EventsBenchmark}. Database, service and the source of the load are three JVMs on one machine.
 */
public final class LatencyBenchmark {

    private static final int RATE = 300;
    private static final int STEP = 100;
    private static final int STEP_SECONDS = 20;
    private static final double LONGEST_P99_MILLIS = 50;

    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up", 150);
    private static final int WARM_UP_IN_FLIGHT = 2;

    private final LargeShop shop;
    private final MeasuredService service;
    private final List<String> products;
    private final List<String> customers;

    private LatencyBenchmark(LargeShop shop, MeasuredService service) {
        this.shop = shop;
        this.service = service;
        this.products = shop.bestsellers();
        this.customers = shop.regulars();
    }

    /** Runs in the folder that is the first argument. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.getInteger("bench.seconds", 60);
        try (LargeShop shop = LargeShop.open(Path.of(arguments[0]).toAbsolutePath());
                MeasuredService service = MeasuredService.withReturnOne(
                        shop.folder(), shop.database().uri(), shop.database())) {
            LatencyBenchmark benchmark = new LatencyBenchmark(shop, service);
            benchmark.warmUp();
            System.out.println("| | requests/s | failed | p50, p99, max (ms) | degraded | empty "
                    + "| processors used: database, service |");
            System.out.println("|---|---|---|---|---|---|---|");
            OpenLoop.Result one = benchmark.one(RATE, seconds);
            OpenLoop.Result carts = benchmark.carts(RATE, seconds);
            System.out.printf(
                    "| carts / `RETURN 1` | | | %.1f×, %.1f× | | | |%n",
                    carts.millis(50) / one.millis(50), carts.millis(99) / one.millis(99));
            int highest = benchmark.highest();
            System.out.printf("%nHighest rate with p99 within %.0f ms: %d/s%n", LONGEST_P99_MILLIS, highest);
            benchmark.profile(seconds);
        }
    }

    private void warmUp() throws InterruptedException {
        Carts carts = new Carts(service.address(), products, customers);
        new OpenLoop(RATE, carts::request, body -> {}, WARM_UP_IN_FLIGHT).run(WARM_UP_SECONDS);
        new OpenLoop(RATE, this::returnOne, body -> {}, WARM_UP_IN_FLIGHT).run(WARM_UP_SECONDS / 6);
        new OpenLoop(RATE, carts::request, body -> {}, Integer.MAX_VALUE).run(WARM_UP_SECONDS / 6);
    }

    private HttpRequest returnOne(int number) {
        URI address = service.address().resolve(ReturnOne.PATH);
        return HttpRequest.newBuilder(address).build();
    }

    private OpenLoop.Result one(int rate, int seconds) throws InterruptedException {
        return measured("`RETURN 1`", rate, seconds, this::returnOne, body -> {}, () -> "| |");
    }

    private OpenLoop.Result carts(int rate, int seconds) throws InterruptedException {
        Carts carts = new Carts(service.address(), products, customers);
        return measured(
                "carts",
                rate,
                seconds,
                carts::request,
                carts::answered,
                () -> "%d | %d |".formatted(carts.degraded(), carts.empty()));
    }

    private OpenLoop.Result measured(
            String name,
            int rate,
            int seconds,
            IntFunction<HttpRequest> requests,
            Consumer<String> answers,
            Supplier<String> counted)
            throws InterruptedException {
        Cores cores = Cores.of(shop.database(), service);
        OpenLoop.Result result = new OpenLoop(rate, requests, answers, Integer.MAX_VALUE).run(seconds);
        System.out.printf(
                "| %s | %.0f | %d | %.1f, %.1f, %.0f | %s %s |%n",
                name,
                result.perSecond(),
                result.failed(),
                result.millis(50),
                result.millis(99),
                result.millis(100),
                counted.get(),
                cores.used(seconds));
        return result;
    }

    private int highest() throws InterruptedException {
        int held = 0;
        for (int rate = RATE; ; rate += STEP) {
            OpenLoop.Result result = carts(rate, STEP_SECONDS);
            if (result.failed() > 0 || result.millis(99) > LONGEST_P99_MILLIS) {
                return held;
            }
            held = rate;
        }
    }

    /** Where both JVMs are while carts are answered, at half the rate: starting to look costs them some of their time. */
    private void profile(int seconds) throws Exception {
        Carts carts = new Carts(service.address(), products, customers);
        try (Profile ofDatabase = Profile.begin(shop.database().pid(), shop.folder());
                Profile ofService = Profile.begin(service.pid(), shop.folder())) {
            new OpenLoop(RATE / 2, carts::request, body -> {}, Integer.MAX_VALUE).run(seconds);
            print("database", ofDatabase.end());
            print("service", ofService.end());
        }
    }

    private static void print(String name, Map<String, Double> shares) {
        System.out.printf("%n| %s: what its threads do | share |%n|---|---|%n", name);
        shares.forEach((what, share) -> System.out.printf("| %s | %.0f %% |%n", what, 100 * share));
    }
}
