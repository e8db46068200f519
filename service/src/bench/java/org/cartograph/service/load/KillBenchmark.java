package org.cartograph.service.load;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cartograph.service.demo.ChildDatabase;

/**
 * Twenty times {@code kill -9}, of the database and of the service in turn, while a shop reports 2,000 events a second,
 * with orders and clicks among them; then every id is looked for.
 *
 * <p>{@code ./mvnw -q -Pbench -pl service -am verify -DskipTests -Dbench.run=KillBenchmark}
 */
public final class KillBenchmark {

    private static final int EVENTS_PER_SECOND = 2_000;

    private KillBenchmark() {}

    /** Fails when anything is lost or there twice. */
    public static void main(String[] arguments) throws Exception {
        Ledger ledger = new Ledger();
        Path folder = Files.createTempDirectory("kill");
        long began = System.nanoTime();
        try (ChildDatabase database = new ChildDatabase(folder.resolve("home"));
                Outages outages = new Outages(database, folder)) {
            outages.run(Integer.getInteger("bench.kills", 20), EVENTS_PER_SECOND, ledger);
            Books.reconcile(ledger, database);
        }
        System.out.printf(
                "%,d events, %,d lines of orders and %,d clicks acknowledged in %,d s, %,d requests sent once more: all there, none twice%n",
                ledger.behaviour().size(),
                ledger.lines().size(),
                ledger.clicks().size(),
                (System.nanoTime() - began) / 1_000_000_000,
                ledger.repetitions());
    }
}
