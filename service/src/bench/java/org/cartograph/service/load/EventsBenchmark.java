package org.cartograph.service.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.cartograph.demo.DemoShop;
import org.cartograph.load.LoadFiles;
import org.cartograph.load.LoadOptions;
import org.cartograph.load.Loader;
import org.cartograph.load.Progress;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.demo.ServiceJar;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * How long does a shop wait for the acknowledgement of its events, 2,000 a second and ten to a request, while 100 pages a
 * second are answered? Beside the alternative of a transaction for each request.
 *
 * <p>{@code ./mvnw -q -Pbench -pl service -am verify -DskipTests -Dbench.folder=DIR}; DIR is filled with a shop of 20,000
 * products the first time, and is used again: take a new one for figures to compare, since events stay in it. The jars are
 * the real ones, in JVMs of their own, and the load comes from a third, all on one machine. With {@code
 * -Dbench.alone=true} the alternative is left out; {@code -Dbench.warm-up} says for how many seconds a quarter of the load
 * comes first.
 */
public final class EventsBenchmark {

    private static final int PRODUCTS = 20_000;
    private static final int EVENTS_PER_SECOND = 2_000;
    private static final int PAGES_PER_SECOND = 100;
    /** Before it is measured, a server that just started gets a part of the load until its code is compiled. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up", 150);

    private static final double WARM_UP_SHARE = 0.25;
    private static final int WARM_UP_IN_FLIGHT = 2;

    private final ChildDatabase database;
    private final Path folder;
    private final List<String> products;

    private EventsBenchmark(ChildDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        this.products = database.texts(
                "MATCH (p:Product) WHERE p.orders > 0 WITH p ORDER BY p.orders DESC LIMIT 2000 RETURN collect(p.id)");
    }

    /** Runs in the folder that is the first argument. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int seconds = Integer.getInteger("bench.seconds", 60);
        Files.createDirectories(folder);
        try (ChildDatabase database = new ChildDatabase(folder.resolve("home"))) {
            fill(database, folder.resolve("files"));
            EventsBenchmark benchmark = new EventsBenchmark(database, folder);
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

    private static void fill(ChildDatabase database, Path files) throws IOException {
        if (database.count("MATCH (m:Model) RETURN count(m)") > 0) {
            return;
        }
        new DemoShop(20_000, 60_000, PRODUCTS, 1).write(files);
        try (Driver driver = GraphDatabase.driver(database.uri(), database.login())) {
            new Loader(driver, LoadOptions.standard(), Progress.silent())
                    .load(new LoadFiles(
                            files.resolve("products.csv"),
                            files.resolve("orders.csv.gz"),
                            files.resolve("customers.csv"),
                            files.resolve("returns.csv"),
                            files.resolve("ratings.csv")));
        }
        database.run("CALL cartograph.schema.install()", "CALL cartograph.model.build({})");
    }

    private void run(String name, int seconds, String... properties) throws Exception {
        int port = freePort();
        URI address = URI.create("http://127.0.0.1:" + port);
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--server.port=" + port,
                                "--server.address=127.0.0.1",
                                "--cartograph.security.mode=open",
                                "--cartograph.neo4j.uri=" + database.uri(),
                                "--cartograph.neo4j.password=" + database.password(),
                                "--cartograph.snapshot.file=" + folder.resolve("snapshot.json")),
                        Stream.of(properties))
                .toArray(String[]::new);
        ServiceJar service = ServiceJar.start(folder, arguments);
        try {
            awaitReady(address);
            measure(address, WARM_UP_SECONDS, WARM_UP_SHARE, WARM_UP_IN_FLIGHT);
            measure(address, WARM_UP_SECONDS / 6, 1, Integer.MAX_VALUE);
            Duration databaseBefore = database.processorTime();
            Duration serviceBefore = service.processorTime();
            Measured measured = measure(address, seconds, 1, Integer.MAX_VALUE);
            System.out.printf(
                    "%s %.2f, %.2f |%n",
                    measured.row(name),
                    cores(databaseBefore, database.processorTime(), seconds),
                    cores(serviceBefore, service.processorTime(), seconds));
        } finally {
            service.close();
        }
    }

    private static double cores(Duration before, Duration after, int seconds) {
        return after.minus(before).toMillis() / 1e3 / seconds;
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
        CompletableFuture<OpenLoop.Result> beside = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                beside.complete(pages.run(seconds));
            } catch (InterruptedException stopped) {
                beside.completeExceptionally(stopped);
            }
        });
        thread.start();
        OpenLoop.Result acknowledged = events.run(seconds);
        return new Measured(acknowledged, beside.get(), visits);
    }

    private static void awaitReady(URI address) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .build();
        for (int tried = 0; tried < 600; tried++) {
            try {
                if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The service did not become ready.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
