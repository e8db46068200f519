package org.cartograph.bench;

import java.util.Locale;
import java.util.Map;
import org.cartograph.experiment.Treatments;
import org.cartograph.experiment.Visitor;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.placement.RecommendSettings;
import org.neo4j.graphdb.Transaction;

/**
 * What experiments cost a request, before anything is recommended: looking for those that run, who asks, what was met
 * before, and which settings count.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@experiment}
 */
public final class ExperimentBenchmark {
    private static final int WARM_UP = 50_000;
    private static final int TIMES = 50_000;
    private static final Visitor KNOWN = new Visitor("ann", "v1", "s1");

    private final MarkdownTable table = new MarkdownTable("experiments", "p50 (µs)", "p99 (µs)");

    /** Runs the benchmark and prints its table. */
    public static void main(String[] arguments) {
        CornerShop.open();
        new ExperimentBenchmark().run();
        // The database of the tests ends with its JVM, which it would keep alive.
        System.exit(0);
    }

    private void run() {
        measure("none");
        for (int at = 0; at < 100; at++) {
            start("over" + at);
            TestDatabase.rows("CALL cartograph.experiment.stop('over" + at + "')");
        }
        measure("100 that were stopped");
        start("e0");
        measure("one runs");
        TestDatabase.rows("CALL cartograph.experiment.expose([{experiment: 'e0', variant: 'b', unit: 'ann', "
                + "customerId: 'ann'}])");
        measure("one runs, met before");
        for (int at = 1; at < 20; at++) {
            start("e" + at);
        }
        measure("twenty run");
        table.print();
    }

    private static void start(String name) {
        TestDatabase.rows(
                "CALL cartograph.experiment.create($name, {variants: [{name: 'a'}, {name: 'b'}]})",
                Map.of("name", name));
        TestDatabase.rows("CALL cartograph.experiment.start($name)", Map.of("name", name));
    }

    private void measure(String what) {
        look(WARM_UP, new Figures());
        Figures figures = new Figures();
        look(TIMES, figures);
        table.row(what, micros(figures.percentile(50)), micros(figures.percentile(99)));
    }

    private static void look(int times, Figures into) {
        for (int time = 0; time < times; time++) {
            try (Transaction transaction = TestDatabase.begin()) {
                RecommendSettings current = CurrentSettings.read(transaction);
                long start = System.nanoTime();
                new Treatments(transaction, current).of("product", KNOWN, null);
                into.add((System.nanoTime() - start) / 1e3);
            }
        }
    }

    private static String micros(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
