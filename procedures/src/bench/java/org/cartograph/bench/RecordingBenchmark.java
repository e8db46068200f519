package org.cartograph.bench;

import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Events through {@code cartograph.feedback.record}, in groups of several sizes, each group in a transaction of its own.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@recording}
 *
 * <p>20,000 products, half of the events about 2,000 of them, and 5,000 browsers. Of each answer, which showed eight products,
 * come an impression, a view, a click and an addition to the cart, so every fourth event draws eight products as well.
 */
public final class RecordingBenchmark {
    private static final int PRODUCTS = 20_000;
    private static final int BESTSELLERS = 2_000;
    private static final int BROWSERS = 5_000;
    private static final int SHOWN = 8;
    private static final int EVENTS = 20_000;
    private static final String RECORD = "CALL cartograph.feedback.record($events, $recommendations)";

    private final BenchServer server;
    private final Random random = new Random(7);
    private final ZonedDateTime start = ZonedDateTime.now(ZoneOffset.UTC).minusHours(1);
    private int answers;

    private RecordingBenchmark(BenchServer server) {
        this.server = server;
    }

    /** Runs the benchmark and prints its table. */
    public static void main(String[] arguments) {
        try (BenchServer server = new BenchServer()) {
            server.rows(
                    "UNWIND $ids AS id CREATE (:Product {id: 'p' + id})",
                    Map.of("ids", IntStream.range(0, PRODUCTS).boxed().toList()));
            new RecordingBenchmark(server).run();
        }
    }

    private record Group(List<Map<String, Object>> events, List<Map<String, Object>> recommendations) {}

    private void run() {
        record(40, EVENTS);
        MarkdownTable table = new MarkdownTable(
                "events a transaction", "events/s", "processor time an event (µs)", "p50 (ms)", "p99 (ms)");
        for (int size : List.of(1, 10, 40, 400, 1_000)) {
            Figures figures = new Figures();
            double[] seconds = record(size, size == 1 ? EVENTS / 10 : EVENTS, figures);
            table.row(
                    Integer.toString(size),
                    String.format(Locale.ROOT, "%,.0f", seconds[2] / seconds[0]),
                    String.format(Locale.ROOT, "%.0f", 1e6 * seconds[1] / seconds[2]),
                    String.format(Locale.ROOT, "%.1f", figures.percentile(50)),
                    String.format(Locale.ROOT, "%.1f", figures.percentile(99)));
        }
        table.print();
    }

    private void record(int size, int events) {
        record(size, events, new Figures());
    }

    /** Seconds by the clock, seconds of the processor, events. */
    private double[] record(int size, int events, Figures figures) {
        List<Group> groups = groups(size, events);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        for (Group group : groups) {
            long from = System.nanoTime();
            server.rows(RECORD, Map.of("events", group.events(), "recommendations", group.recommendations()));
            figures.add((System.nanoTime() - from) / 1e6);
        }
        double clock = (System.nanoTime() - begin) / 1e9;
        double processor = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        return new double[] {clock, processor, (double) groups.size() * size};
    }

    private List<Group> groups(int size, int events) {
        List<Group> groups = new ArrayList<>();
        List<Map<String, Object>> pending = new ArrayList<>();
        Map<Object, Map<String, Object>> byId = new HashMap<>();
        while (groups.size() < events / size) {
            Map<String, Object> answer = answer();
            byId.put(answer.get("id"), answer);
            pending.addAll(events(answer));
            while (pending.size() >= size) {
                List<Map<String, Object>> group = List.copyOf(pending.subList(0, size));
                pending.subList(0, size).clear();
                groups.add(new Group(
                        group,
                        group.stream()
                                .map(event -> byId.get(event.get("recommendationId")))
                                .distinct()
                                .toList()));
            }
        }
        return groups;
    }

    private Map<String, Object> answer() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int rank = 1; rank <= SHOWN; rank++) {
            items.add(Map.of(
                    "placement",
                    "also-bought",
                    "productId",
                    product(),
                    "rank",
                    rank,
                    "usualRank",
                    rank,
                    "score",
                    1.0 / rank,
                    "source",
                    "ALSO_BOUGHT",
                    "via",
                    product()));
        }
        return Map.of("id", "a" + answers++, "at", start, "context", "product", "items", items);
    }

    private List<Map<String, Object>> events(Map<String, Object> answer) {
        Object product = ((Map<?, ?>) ((List<?>) answer.get("items")).get(0)).get("productId");
        String browser = "v" + random.nextInt(BROWSERS);
        return List.of(
                event("impression", answer, browser, Map.of()),
                event("view", answer, browser, Map.of("productId", product, "eventId", "e" + answers)),
                event("click", answer, browser, Map.of("productId", product)),
                event("add_to_cart", answer, browser, Map.of("productId", product, "eventId", "e" + answers)));
    }

    private Map<String, Object> event(
            String type, Map<String, Object> answer, String browser, Map<String, Object> more) {
        Map<String, Object> event = new HashMap<>(more);
        event.putAll(Map.of(
                "type", type, "recommendationId", answer.get("id"), "visitorId", browser, "at", start.plusMinutes(1)));
        return event;
    }

    private String product() {
        return "p" + random.nextInt(random.nextBoolean() ? BESTSELLERS : PRODUCTS);
    }
}
