package org.cartograph.service.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.cartograph.service.demo.ChildDatabase;

/**
 * What do carts get, 100 a second ({@code -Dbench.rate}), while the database is stopped, killed and started again, frozen,
 * or far away? Every one an answer within its budget and 50 ms, none an error, and the model's again soon after.
 *
 * <p>{@code ./mvnw -q -Pbench -pl service -am verify -DskipTests -Dbench.run=FaultsBenchmark -Dbench.folder=DIR}; the shop is
 * that of {@link EventsBenchmark}.
 */
public final class FaultsBenchmark {

    private static final int RATE = Integer.getInteger("bench.rate", 100);
    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up", 150);
    private static final int WARM_UP_IN_FLIGHT = 2;

    private static final int BEFORE_SECONDS = 5;
    private static final int DURING_SECONDS = 10;
    private static final int SECONDS = 60;

    /** The service's budget, and what may come on top. */
    private static final double LONGEST_MILLIS = 150 + 50;

    /** One degraded answer in so many is no outage. */
    private static final int FEW_IN = 20;

    private static final int FAR_MILLIS = 300;

    private final ChildDatabase database;
    private final SlowWire wire;
    private final URI service;
    private final List<String> products;
    private final List<String> customers;

    private FaultsBenchmark(LargeShop shop, SlowWire wire, URI service) {
        this.database = shop.database();
        this.wire = wire;
        this.service = service;
        this.products = shop.bestsellers();
        this.customers = shop.regulars();
    }

    private interface Step {
        void run() throws Exception;
    }

    /** When an answer came, and whether popularity stood in for the model. */
    private record Answered(long at, boolean degraded) {}

    /** Runs in the folder that is the first argument. */
    public static void main(String[] arguments) throws Exception {
        try (LargeShop shop = LargeShop.open(Path.of(arguments[0]).toAbsolutePath());
                SlowWire wire = new SlowWire(URI.create(shop.database().uri()));
                MeasuredService service =
                        MeasuredService.withReturnOne(shop.folder(), wire.uri().toString(), shop.database())) {
            new FaultsBenchmark(shop, wire, service.address()).run();
        }
    }

    private void run() throws Exception {
        Carts carts = new Carts(service, products, customers);
        new OpenLoop(RATE, carts::request, body -> {}, WARM_UP_IN_FLIGHT).run(WARM_UP_SECONDS);
        System.out.println(
                "| the database is | answers | failed | empty | p50, p99, max (ms) | later than budget + 50 ms "
                        + "| degraded | the model is back after |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        measured("there", () -> {}, () -> {});
        measured("stopped for 10 s", database::close, database::start);
        measured("killed, and started 10 s later", database::kill, database::start);
        measured("frozen for 10 s", database::freeze, database::thaw);
        measured("%d ms away for 10 s".formatted(FAR_MILLIS), () -> wire.delay(FAR_MILLIS), () -> wire.delay(0));
    }

    private void measured(String name, Step begin, Step end) throws Exception {
        Carts carts = new Carts(service, products, customers);
        Queue<Answered> answers = new ConcurrentLinkedQueue<>();
        OpenLoop loop = new OpenLoop(
                RATE,
                carts::request,
                body -> {
                    carts.answered(body);
                    answers.add(new Answered(System.nanoTime(), body.contains("\"degraded\":true")));
                },
                Integer.MAX_VALUE);
        CompletableFuture<OpenLoop.Result> running = loop.beside(SECONDS);
        Thread.sleep(BEFORE_SECONDS * 1_000L);
        begin.run();
        Thread.sleep(DURING_SECONDS * 1_000L);
        end.run();
        long there = System.nanoTime();
        OpenLoop.Result result = running.get();
        System.out.printf(
                "| %s | %d | %d | %d | %.1f, %.1f, %.0f | %d | %d | %d s |%n",
                name,
                result.nanos().size(),
                result.failed(),
                carts.empty(),
                result.millis(50),
                result.millis(99),
                result.millis(100),
                result.nanos().stream()
                        .filter(nanos -> nanos > LONGEST_MILLIS * 1e6)
                        .count(),
                carts.degraded(),
                secondsToTheModel(answers, there));
    }

    /** From when the database was there again until the last second in which more than one answer in twenty was degraded. */
    private static long secondsToTheModel(Queue<Answered> answers, long there) {
        Map<Long, List<Answered>> bySecond = answers.stream()
                .filter(answer -> answer.at() > there)
                .collect(Collectors.groupingBy(answer -> (answer.at() - there) / 1_000_000_000));
        return bySecond.entrySet().stream()
                .filter(second ->
                        second.getValue().stream().filter(Answered::degraded).count() * FEW_IN
                                > second.getValue().size())
                .mapToLong(second -> second.getKey() + 1)
                .max()
                .orElse(0);
    }
}
