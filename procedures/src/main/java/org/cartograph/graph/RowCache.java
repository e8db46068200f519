package org.cartograph.graph;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Rows that were read before, shared by all answers of one database.
 *
 * <p>A kept row is given only while the product's live {@link EdgeStamp} is the one that the row was read
 * with, and while the product has as many edges as the row. What each of these is for:
 *
 * <ul>
 *   <li>A build, a refresh, what a new product inherits and a drop all change the stamp of each product whose edges they
 *       write, and tell the cache when they have committed, so that they act on the next answer.
 *   <li>A deleted target takes its edge with it and changes no stamp: the number of edges tells.
 *   <li>Neo4j lets readers see a commit while it is being carried out, so that a row may be read with its new stamp and
 *       some of its old edges. A row whose stamp is younger than {@value #SETTLING_SECONDS} s is therefore not kept.
 *   <li>An edge that somebody edits by hand changes neither stamp nor number: no row is kept for more than
 *       {@value #OLDEST_SECONDS} s.
 * </ul>
 *
 * <p>Looking at a product costs a microsecond or two, and a history has two hundred; so a row that was looked at within
 * the last second is taken as it is, unless anybody here has written rows since. Within this second it may name a product
 * that was deleted elsewhere. Whoever offers products reads what is true of them now, and a deleted one is not to be sold.
 *
 * <p>Memory: at most one sixteenth of the heap, whatever the shop's size; 25 edges take some 650 bytes.
 */
public final class RowCache {
    private static final int SETTLING_SECONDS = 10;
    private static final int OLDEST_SECONDS = 60;
    private static final long UNQUESTIONED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long OLDEST_NANOS = Duration.ofSeconds(OLDEST_SECONDS).toNanos();
    private static final int SHARE_OF_HEAP = 16;
    private static final int BYTES_OF_ROW = 150;
    private static final int BYTES_OF_EDGE = 20;
    private static final int BYTES_OF_INHERITED_EDGE = 30;

    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, RowCache> CACHES = new ConcurrentHashMap<>();

    private final Map<Family, Generations<Kept>> rows = new EnumMap<>(Family.class);
    private final AtomicLong writes = new AtomicLong();
    private final Duration settling;
    private final LongSupplier nanoClock;

    /**
     * @param bytes of memory that it may take
     * @param settling age from which a stamp is taken to be committed
     * @param nanoClock like {@link System#nanoTime()}
     */
    RowCache(long bytes, Duration settling, LongSupplier nanoClock) {
        for (Family family : Family.values()) {
            rows.put(family, new Generations<>(bytes / Family.values().length, Kept::bytes));
        }
        this.settling = settling;
        this.nanoClock = nanoClock;
    }

    /** The cache of a database. */
    public static RowCache of(GraphDatabaseService database) {
        return CACHES.computeIfAbsent(
                database.databaseName(),
                name -> new RowCache(
                        Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP,
                        Duration.ofSeconds(SETTLING_SECONDS),
                        System::nanoTime));
    }

    /** To be told by whoever wrote rows, after the commit. */
    public static void written(GraphDatabaseService database) {
        of(database).written();
    }

    /** Forgets all rows of a database. */
    public static void forget(GraphDatabaseService database) {
        of(database).clear();
    }

    void written() {
        writes.incrementAndGet();
    }

    void clear() {
        rows.values().forEach(Generations::clear);
    }

    /** How often rows were written so far; to be asked before anything is read from the graph. */
    long writes() {
        return writes.get();
    }

    long nanos() {
        return nanoClock.getAsLong();
    }

    /** A row and when it was seen to be true. */
    static final class Kept {
        private final NeighbourRow row;
        private final long stamp;
        private final long readAt;
        private volatile @Nullable Look look;

        private record Look(long writes, long at) {}

        private Kept(NeighbourRow row, long stamp, long readAt) {
            this.row = row;
            this.stamp = stamp;
            this.readAt = readAt;
        }

        private int bytes() {
            return BYTES_OF_ROW + row.size() * (row.inherits() ? BYTES_OF_INHERITED_EDGE : BYTES_OF_EDGE);
        }

        NeighbourRow row() {
            return row;
        }

        long stamp() {
            return stamp;
        }

        /** Whether somebody else saw a moment ago that it is true. */
        boolean isUnquestioned(long writes, long nanos) {
            Look last = look;
            return last != null && last.writes() == writes && nanos - last.at() < UNQUESTIONED_NANOS;
        }

        /** Notes that it was seen to be true. */
        void confirm(long writes, long nanos) {
            look = new Look(writes, nanos);
        }
    }

    /** What is kept for a product, unless it is too old; null when there is nothing. */
    @Nullable
    Kept get(long product, Family family, long nanos) {
        Kept kept = of(family).get(product);
        return kept == null || nanos - kept.readAt >= OLDEST_NANOS ? null : kept;
    }

    /**
     * Keeps a row, unless its commit may still be under way. The next answer looks at the product once more before it
     * takes it: this one may have seen changes of its own that are never committed.
     *
     * @param stamp what the product said before and after its edges were read
     */
    void put(long product, Family family, NeighbourRow row, long stamp, long nanos) {
        long settled = EdgeStamp.now() - settling.toNanos() / 1_000;
        if (stamp != EdgeStamp.NEVER && stamp <= settled) {
            of(family).put(product, new Kept(row, stamp, nanos));
        }
    }

    private Generations<Kept> of(Family family) {
        return Objects.requireNonNull(rows.get(family));
    }
}
