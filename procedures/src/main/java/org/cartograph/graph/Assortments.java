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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Keeps one {@link Assortment} per database in memory, no older than a minute while it is being asked for; where reading
 * it takes longer than three seconds, no older than twenty times as long.
 *
 * <p>A thread of its own reads it, and an old one is answered from until the next is there, so that no shopper waits for
 * it; only the very first callers do.
 */
public final class Assortments {
    private static final Duration OLDEST = Duration.ofSeconds(60);
    /** Reading takes at most one twentieth of one core. */
    private static final int REST = 20;
    /** Products of a shop that may be read as often as anybody likes. */
    private static final int FEW = 2_000;

    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;
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
            return age().compareTo(rest.compareTo(OLDEST) > 0 ? rest : OLDEST) > 0;
        }

        boolean isJustRead() {
            return Assortments.isJustRead(assortment.bestsellers().size(), took, age());
        }

        private Duration age() {
            return Duration.between(assortment.readAt(), Instant.now());
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
            return first(database, transaction, kept);
        }
        if (read.isOld()) {
            readAside(database, kept);
        }
        return read.assortment();
    }

    /**
     * Waits while another thread reads it: pages are given up after some 150 ms, and if each began anew in its own time, a
     * large shop that was just started would never be read to the end.
     */
    private static Assortment first(GraphDatabaseService database, Transaction transaction, Kept kept) {
        Read read = kept.read;
        while (read == null) {
            readAside(database, kept);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            transaction.findNodes(GraphModel.PRODUCT).close(); // ends the wait of a caller who was given up
            read = kept.read;
        }
        return read.assortment();
    }

    private static void readAside(GraphDatabaseService database, Kept kept) {
        if (kept.reading.compareAndSet(false, true)) {
            READER.execute(() -> readAgain(database, kept));
        }
    }

    /**
     * Reads it anew at once: for a caller who found nothing to sell in the one that was kept. A large shop's that was read a
     * moment ago has to do: a page with a filter that leaves nothing would read all products each time.
     */
    public static Assortment fresh(GraphDatabaseService database, Transaction transaction) {
        Kept kept = KEPT.computeIfAbsent(database.databaseName(), key -> new Kept());
        synchronized (kept) { // who waits finds it read
            Read read = kept.read;
            if (read == null || !read.isJustRead()) {
                read = Read.of(transaction);
                kept.read = read;
            }
            return read.assortment();
        }
    }

    /** Whether reading a shop anew at this age would take more than the share of a core that reading may take. */
    static boolean isJustRead(int products, Duration took, Duration age) {
        return products > FEW && age.compareTo(took.multipliedBy(REST)) < 0;
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
