package org.cartograph.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Keeps one {@link SalesRanking} per database in memory, no older than a minute while it is being asked for.
 *
 * <p>An old ranking is still answered from while a thread of its own reads the next one, so that no shopper waits for
 * it; only the very first caller does.
 */
public final class SalesRankings {
    private static final Duration OLDEST = Duration.ofSeconds(60);
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();
    private static final ExecutorService REFRESHER = refresher();

    private SalesRankings() {}

    private static final class Kept {
        private final AtomicBoolean refreshing = new AtomicBoolean();
        private volatile @Nullable SalesRanking ranking;
    }

    /** The ranking to answer from. */
    public static SalesRanking current(GraphDatabaseService database, Transaction transaction) {
        Kept kept = KEPT.computeIfAbsent(database.databaseName(), key -> new Kept());
        SalesRanking ranking = kept.ranking;
        if (ranking == null) {
            return fresh(database, transaction);
        }
        boolean old = Duration.between(ranking.readAt(), Instant.now()).compareTo(OLDEST) > 0;
        if (old && kept.refreshing.compareAndSet(false, true)) {
            REFRESHER.execute(() -> refresh(database, kept));
        }
        return ranking;
    }

    /** Reads the ranking anew at once: for a caller who found nothing to sell in the one that was kept. */
    public static SalesRanking fresh(GraphDatabaseService database, Transaction transaction) {
        SalesRanking read = SalesRanking.read(transaction);
        KEPT.computeIfAbsent(database.databaseName(), key -> new Kept()).ranking = read;
        return read;
    }

    /** Forgets the ranking, because the graph has become another one: after a build, which follows upon a load. */
    public static void forget(GraphDatabaseService database) {
        KEPT.remove(database.databaseName());
    }

    private static void refresh(GraphDatabaseService database, Kept kept) {
        try (Transaction transaction = database.beginTx()) {
            kept.ranking = SalesRanking.read(transaction);
        } finally {
            kept.refreshing.set(false);
        }
    }

    private static ExecutorService refresher() {
        // The thread goes when it is idle, so that a stopping server has nothing to wait for.
        return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "cartograph-sales-ranking");
            thread.setDaemon(true);
            return thread;
        });
    }
}
