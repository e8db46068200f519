package org.cartograph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.fixture.OnlineRetail;

/**
 * Learning ALSO_BOUGHT against the node similarity of Neo4j's Graph Data Science library, on the same server and orders.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@learning}
 *
 * <p>Both compare products by their customers, keep the 25 best and use two threads; GDS projects only the nodes and
 * relationships it needs, parallel purchases merged. Rounds alternate, medians count, and our edges have to be the same
 * in every round. Heap is measured in rounds of its own, as {@link PeakHeap} says. A second build meets the newest 1 %
 * of the orders in time, which the first did not see.
 */
public final class LearningBenchmark {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final int SECOND_ROUNDS = 3;

    private static final String WALK = "{families: ['ALSO_BOUGHT'], neighbours: 25, ridgeNeighbours: 0, threads: 2}";
    private static final String RIDGE = "{families: ['ALSO_BOUGHT'], neighbours: 25, threads: 2}";
    private static final String EVERYTHING = "{threads: 2}";

    private final BenchServer server;
    private final List<OnlineRetail.Order> newest;

    private LearningBenchmark(BenchServer server, List<OnlineRetail.Order> newest) {
        this.server = server;
        this.newest = newest;
    }

    /** Runs the benchmark and prints its tables. */
    public static void main(String[] arguments) {
        OnlineRetail.orders().ifPresent(orders -> {
            try (BenchServer server = new BenchServer()) {
                server.add(orders);
                int older = orders.size() - orders.size() / 100;
                LearningBenchmark benchmark = new LearningBenchmark(server, orders.subList(older, orders.size()));
                benchmark.againstGds();
                benchmark.secondBuild();
            }
        });
    }

    private void againstGds() {
        Map<String, Figures> figures = new TreeMap<>();
        TreeMap<String, List<Double>> edges = new TreeMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Map<String, Figures> into = round < WARM_UP ? new TreeMap<>() : figures;
            dropModel();
            build("walk", WALK, into);
            requireSame(edges, alsoBought());
            dropGds();
            gds(into);
        }
        dropModel();
        build("ridge", RIDGE, figures);
        dropModel();
        double ours = PeakHeap.of(() -> build("memory", WALK, new TreeMap<>()));
        dropGds();
        double theirs = PeakHeap.of(() -> gds(new TreeMap<>()));
        dropGds();
        new MarkdownTable("ALSO_BOUGHT, 25 neighbours", "Cartograph", "GDS", "ratio")
                .row(row("reading the graph (ms)", figures, "walk.read", "gds.project"))
                .row(row("learning (ms)", figures, "walk.learn", "gds.compute"))
                .row(row("reading and learning (ms)", figures, "walk.readAndLearn", "gds.projectAndCompute"))
                .row(row("writing the edges (ms)", figures, "walk.write", "gds.write"))
                .row(row("the whole call (ms)", figures, "walk.whole", "gds.whole"))
                .row("heap at its height (MB)", number(ours), number(theirs), ratio(theirs / ours))
                .row("edges", count(edges.size()), count((long) figure(figures, "gds.edges")), "")
                .row("ridge besides (ms)", number(figure(figures, "ridge.ridge")), "", "")
                .print();
    }

    private void secondBuild() {
        MarkdownTable table = new MarkdownTable(
                "build after 1 % new orders",
                "first (ms)", "second (ms)", "ratio", "read", "learn", "write", "edges written");
        second(table, "ALSO_BOUGHT, walk", WALK);
        second(table, "ALSO_BOUGHT, walk and ridge", RIDGE);
        second(table, "all families, walk and ridge", EVERYTHING);
        table.print();
    }

    private void second(MarkdownTable table, String title, String settings) {
        Map<String, Figures> figures = new TreeMap<>();
        for (int round = 0; round < SECOND_ROUNDS; round++) {
            server.remove(newest);
            dropModel();
            build("first", settings, figures);
            server.add(newest);
            build("second", settings, figures);
        }
        double first = figure(figures, "first.whole");
        double second = figure(figures, "second.whole");
        table.row(
                title,
                number(first),
                number(second),
                ratio(first / second),
                number(figure(figures, "second.read")),
                number(figure(figures, "second.learn")),
                number(figure(figures, "second.write")),
                count((long) figure(figures, "second.edges")));
    }

    private void build(String name, String settings, Map<String, Figures> into) {
        long start = System.nanoTime();
        List<Map<String, Object>> families = server.rows("CALL cartograph.model.build(" + settings + ")", Map.of());
        add(into, name + ".whole", (System.nanoTime() - start) / 1e6);
        double read = number(families.get(0), "readMillis");
        double learn = sum(families, "learnMillis");
        add(into, name + ".read", read);
        add(into, name + ".learn", learn);
        add(into, name + ".readAndLearn", read + learn);
        add(into, name + ".ridge", sum(families, "ridgeMillis"));
        add(into, name + ".write", sum(families, "writeMillis"));
        add(into, name + ".edges", sum(families, "created") + sum(families, "updated") + sum(families, "deleted"));
    }

    private void gds(Map<String, Figures> into) {
        long start = System.nanoTime();
        Map<String, Object> projected = server.rows("""
                        CALL gds.graph.project('shop', ['Customer', 'Product'],
                          {PURCHASED: {orientation: 'REVERSE', aggregation: 'SINGLE'}}, {readConcurrency: 2})
                        """, Map.of()).get(0);
        Map<String, Object> similar = server.rows("""
                        CALL gds.nodeSimilarity.write('shop', {similarityMetric: 'COSINE', topK: 25, concurrency: 2,
                          writeRelationshipType: 'GDS_SIMILAR', writeProperty: 'score'})
                        """, Map.of()).get(0);
        add(into, "gds.whole", (System.nanoTime() - start) / 1e6);
        double project = number(projected, "projectMillis");
        double compute = number(similar, "computeMillis");
        add(into, "gds.project", project);
        add(into, "gds.compute", compute);
        add(into, "gds.projectAndCompute", project + compute);
        add(into, "gds.write", number(similar, "writeMillis"));
        add(into, "gds.edges", number(similar, "relationshipsWritten"));
        server.rows("CALL gds.graph.drop('shop')", Map.of());
    }

    private void dropModel() {
        server.rows("CALL cartograph.model.drop()", Map.of());
    }

    private void dropGds() {
        server.rows("MATCH ()-[r:GDS_SIMILAR]->() CALL (r) {DELETE r} IN TRANSACTIONS OF 10000 ROWS", Map.of());
    }

    /** Score and count of every edge. */
    private TreeMap<String, List<Double>> alsoBought() {
        TreeMap<String, List<Double>> edges = new TreeMap<>();
        for (Map<String, Object> edge : server.rows(
                "MATCH (a)-[r:ALSO_BOUGHT]->(b) RETURN a.id + ' ' + b.id AS edge, r.score AS score, r.customers AS count",
                Map.of())) {
            edges.put((String) edge.get("edge"), List.of(number(edge, "score"), number(edge, "count")));
        }
        return edges;
    }

    private static void requireSame(Map<String, List<Double>> before, Map<String, List<Double>> now) {
        if (before.isEmpty()) {
            before.putAll(now);
        } else if (!before.equals(now)) {
            throw new IllegalStateException("Two builds from the same orders gave different edges.");
        }
    }

    private static String[] row(String title, Map<String, Figures> figures, String ours, String theirs) {
        double our = figure(figures, ours);
        double their = figure(figures, theirs);
        return new String[] {title, number(our), number(their), ratio(their / our)};
    }

    private static void add(Map<String, Figures> into, String name, double value) {
        into.computeIfAbsent(name, key -> new Figures()).add(value);
    }

    private static double figure(Map<String, Figures> figures, String name) {
        Figures found = figures.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Nothing was measured as " + name + " but " + new ArrayList<>(figures.keySet()));
        }
        return found.median();
    }

    private static double sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().mapToDouble(row -> number(row, column)).sum();
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.1f×", value);
    }
}
