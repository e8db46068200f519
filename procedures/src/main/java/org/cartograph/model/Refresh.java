package org.cartograph.model;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cartograph.facts.CatchUp;
import org.cartograph.facts.FactsMemory;
import org.cartograph.graph.CallerLocks;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;

/**
 * Keeps a model fresh between two builds: catches up with the shop and computes the rows that are due anew.
 *
 * <p>It is bounded, and cheap enough to be called every few seconds: looking at every product costs milliseconds, and
 * rows cost only where something happened. While a build or another refresh runs it does nothing, and a build need not
 * wait for it longer than for a row.
 */
public final class Refresh {
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, Instant> ENDED_AT = new ConcurrentHashMap<>();

    private final GraphDatabaseService database;
    private final Log log;

    /** A refresh of one database. */
    public Refresh(GraphDatabaseService database, Log log) {
        this.database = database;
        this.log = log;
    }

    private static final class GivenWay extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private GivenWay() {
            super("A build wants to run.", null, false, false);
        }
    }

    /**
     * Refreshes what is due.
     *
     * @param caller the calling transaction, which must not hold locks that the refresh would wait for
     * @param terminationCheck throws when the caller's transaction was terminated
     */
    public RefreshReport run(Transaction caller, RefreshSettings settings, Runnable terminationCheck) {
        CallerLocks.refuse(caller, "cartograph.model.refresh");
        Instant last = ENDED_AT.getOrDefault(database.databaseName(), Instant.EPOCH);
        if (Duration.between(last, Instant.now()).toMillis() < 1_000 * settings.minimumInterval()) {
            return RefreshReport.nothing(
                    null, "Nothing was done, because another refresh ended less than `minimumInterval` ago.");
        }
        BuildProgress progress = BuildProgress.givingWay("refresh", Instant.now());
        Optional<BuildProgress.Snapshot> other = BuildRegistry.tryEnter(database, progress);
        if (other.isPresent()) {
            return RefreshReport.nothing(
                    null,
                    "Nothing was done, because " + other.get().modelId() + " is running: "
                            + other.get().phase() + ".");
        }
        try {
            Optional<ModelLog.Entry> model = ModelLog.newest(caller);
            if (model.isEmpty()) {
                return RefreshReport.nothing(
                        null, "There is no model yet; build one with CALL cartograph.model.build({}).");
            }
            return refresh(model.get(), settings, terminationCheck, progress);
        } finally {
            ENDED_AT.put(database.databaseName(), Instant.now());
            BuildRegistry.leave(database);
        }
    }

    private RefreshReport refresh(
            ModelLog.Entry model, RefreshSettings settings, Runnable terminationCheck, BuildProgress progress) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(settings.maxSeconds()));
        BuildSettings parameters = BuildSettings.of(model.parameters(), Map.of());
        Runnable check = () -> {
            terminationCheck.run();
            if (progress.isUnwanted()) {
                throw new GivenWay();
            }
        };
        long start = System.nanoTime();
        CatchUp.CaughtUp caughtUp;
        try {
            CatchUp catchUp = new CatchUp(database, settings.threads(), check);
            caughtUp = FactsMemory.of(database, model.id())
                    .map(catchUp::from)
                    .orElseGet(() -> catchUp.load(model.id(), parameters.longestHistory()));
        } catch (GivenWay unwanted) {
            return RefreshReport.nothing(model.id(), "Nothing was done, because a build is about to run.");
        }
        FactsMemory.keep(database, caughtUp.facts());
        List<DueProducts.Due> due;
        try (Transaction transaction = database.beginTx()) {
            due = DueProducts.of(transaction, caughtUp.facts().marks(), model.builtAt(), Instant.now());
        }
        long catchUpMillis = (System.nanoTime() - start) / 1_000_000;
        int most = Math.min(due.size(), settings.maximumProducts());
        RowRefresh rows = new RowRefresh(database, caughtUp.facts(), parameters, model.meanStars(), progress);
        String message = rows.run(due.subList(0, most), deadline, terminationCheck);
        if (message == null && most < due.size()) {
            message = "The rest comes next time: `maximumProducts` is " + most + ".";
        }
        RefreshReport report = rows.report(model.id(), caughtUp, due.size(), catchUpMillis, message);
        if (report.refreshedProducts() > 0) {
            log.debug("Refreshed model %s: %s", model.id(), report);
        }
        return report;
    }
}
