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
 * Keeps one {@link Assortment} per database in memory, no older than a minute while it is being asked for; where reading
 * it takes longer than three seconds, no older than twenty times as long.
 *
 * <p>An old one is still answered from while a thread of its own reads the next, so that no shopper waits for it; only
 * the very first caller does.
 */
public final class Assortments {
    private static final Duration OLDEST = Duration.ofSeconds(60);
    /** The reading thread takes at most one twentieth of one core. */
    private static final int REST = 20;
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();
    private static final ExecutorService READER = reader();

    private Assortments() {}

    private record Read(Assortment assortment, Duration took) {
        static Read of(Transaction transaction) {
            Instant start = Instant.now();
            Assortment assortment = Assortment.read(transaction);
            return new Read(assortment, Duration.between(start, Instant.now()));
        }

        boolean isOld() {
            Duration rest = took.multipliedBy(REST);
            Duration oldest = rest.compareTo(OLDEST) > 0 ? rest : OLDEST;
            return Duration.between(assortment.readAt(), Instant.now()).compareTo(oldest) > 0;
        }
    }

    private static final class Kept {
        private final AtomicBoolean reading = new AtomicBoolean();
        private volatile @Nullable Read read;
    }

    /** The assortment to answer from. */
    public static Assortment current(GraphDatabaseService database, Transaction transaction) {
        Kept kept = KEPT.computeIfAbsent(database.databaseName(), key -> new Kept());
        Read read = kept.read;
        if (read == null) {
            return fresh(database, transaction);
        }
        if (read.isOld() && kept.reading.compareAndSet(false, true)) {
            READER.execute(() -> readAgain(database, kept));
        }
        return read.assortment();
    }

    /** Reads it anew at once: for a caller who found nothing to sell in the one that was kept. */
    public static Assortment fresh(GraphDatabaseService database, Transaction transaction) {
        Read read = Read.of(transaction);
        KEPT.computeIfAbsent(database.databaseName(), key -> new Kept()).read = read;
        return read.assortment();
    }

    /** Forgets it, because the graph has become another one: after a build, which follows upon a load. */
    public static void forget(GraphDatabaseService database) {
        KEPT.remove(database.databaseName());
    }

    private static void readAgain(GraphDatabaseService database, Kept kept) {
        try (Transaction transaction = database.beginTx()) {
            kept.read = Read.of(transaction);
        } finally {
            kept.reading.set(false);
        }
    }

    private static ExecutorService reader() {
        // The thread goes when it is idle, so that a stopping server has nothing to wait for.
        return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "cartograph-assortment");
            thread.setDaemon(true);
            return thread;
        });
    }
}
