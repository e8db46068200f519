package org.cartograph.service.load;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * How long does a shop wait for the acknowledgement of its events, 2,000 a second and ten to a request, while 100 pages a
 * second are answered? Beside the alternative of a transaction for each request.
 *
 * <p>{@code ./mvnw -q -Pbench -pl service -am verify -DskipTests -Dbench.folder=DIR}; DIR is filled with a shop of 20,000
 * products the first time, and is used again: take a new one for figures to compare, since events stay in it. The jars are
 * the real ones, in JVMs of their own, and the load comes from a third, all on one machine. With {@code
 * -Dbench.alone=true} the alternative is left out; {@code -Dbench.warm-up} says for how many seconds a quarter of the load
 * comes first, {@code -Dbench.jvm} with which options the three JVMs run.
 */
public final class EventsBenchmark {

    private static final int EVENTS_PER_SECOND = 2_000;
    private static final int PAGES_PER_SECOND = 100;
    /** Before it is measured, a server that just started gets a part of the load until its code is compiled. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up", 150);

    private static final double WARM_UP_SHARE = 0.25;
    private static final int WARM_UP_IN_FLIGHT = 2;

    private final LargeShop shop;
    private final List<String> products;

    private EventsBenchmark(LargeShop shop) {
        this.shop = shop;
        this.products = shop.bestsellers();
    }

    /** Runs in the folder that is the first argument. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.getInteger("bench.seconds", 60);
        try (LargeShop shop = LargeShop.open(Path.of(arguments[0]).toAbsolutePath())) {
            EventsBenchmark benchmark = new EventsBenchmark(shop);
            System.out.println("| | events/s | acknowledged p50, p99, max (ms) | refused, failed requests "
                    + "| pages/s | page p50, p99 (ms) | degraded | load | processors used: database, service |");
            System.out.println("|---|---|---|---|---|---|---|---|---|");
            benchmark.run("a transaction for many requests", seconds);
            if (Boolean.getBoolean("bench.alone")) {
                return;
            }
            benchmark.run(
                    "a transaction for each request",
                    seconds,
                    "--cartograph.writing.largest-group=1",
                    "--cartograph.writing.linger=0ms");
        }
    }

    private void run(String name, int seconds, String... properties) throws Exception {
        try (MeasuredService service = MeasuredService.ofJar(shop.folder(), shop.database(), properties)) {
            URI address = service.address();
            measure(address, WARM_UP_SECONDS, WARM_UP_SHARE, WARM_UP_IN_FLIGHT);
            measure(address, WARM_UP_SECONDS / 6, 1, Integer.MAX_VALUE);
            Cores cores = Cores.of(shop.database(), service);
            Measured measured = measure(address, seconds, 1, Integer.MAX_VALUE);
            System.out.println(measured.row(name) + " " + cores.used(seconds) + " |");
        }
    }

    private record Measured(OpenLoop.Result events, OpenLoop.Result pages, Visits visits) {

        String row(String name) {
            return "| %s | %,.0f | %.0f, %.0f, %.0f | %d, %d | %.0f | %.1f, %.1f | %.1f %% | %.1f |"
                    .formatted(
                            name,
                            events.perSecond() * Visits.EVENTS,
                            events.millis(50),
                            events.millis(99),
                            events.millis(100),
                            visits.refused(),
                            events.failed(),
                            pages.perSecond(),
                            pages.millis(50),
                            pages.millis(99),
                            100.0 * visits.degraded() / pages.nanos().size(),
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private Measured measure(URI address, int seconds, double share, int inFlight)
            throws InterruptedException, ExecutionException {
        Visits visits = new Visits(address, products);
        OpenLoop pages = new OpenLoop(share * PAGES_PER_SECOND, visits::page, visits::shown, inFlight);
        OpenLoop events =
                new OpenLoop(EVENTS_PER_SECOND / Visits.EVENTS, visits::events, visits::acknowledged, inFlight);
        CompletableFuture<OpenLoop.Result> beside = pages.beside(seconds);
        OpenLoop.Result acknowledged = events.run(seconds);
        return new Measured(acknowledged, beside.get(), visits);
    }
}
