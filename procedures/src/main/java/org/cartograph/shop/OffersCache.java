package org.cartograph.shop;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cartograph.graph.Generations;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * What became of earlier offers, shared by all answers of one database: it only weighs, so what was read a minute ago, or
 * ten of a product itself, is as good, and nobody looks whether it still is so.
 *
 * <p>Memory: at most one thirty-second of the heap; some 100 bytes a product and box, and 16 for each product beside it.
 */
public final class OffersCache {
    private static final long OLDEST_NANOS = Duration.ofMinutes(1).toNanos();
    /** How a product does altogether changes slowly, and a page asks for a hundred of them. */
    private static final long OLDEST_ITSELF_NANOS = Duration.ofMinutes(10).toNanos();

    private static final int SHARE_OF_HEAP = 32;
    private static final int BYTES_OF_SEED = 100;
    private static final int BYTES_OF_BOX = 100;
    private static final int BYTES_OF_OFFER = 16;

    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, OffersCache> CACHES = new ConcurrentHashMap<>();

    private final Generations<Kept<Map<String, Offered>>> beside;
    private final Generations<Kept<Map<String, Shop.Outcomes>>> itself;
    private volatile @Nullable Kept<TakeRates> rates;

    private record Kept<T>(T read, long readAt) {}

    private OffersCache(long bytes) {
        this.beside = new Generations<>(bytes / 2, kept -> bytesBeside(kept.read()));
        this.itself = new Generations<>(
                bytes / 2, kept -> BYTES_OF_SEED + BYTES_OF_BOX * kept.read().size());
    }

    private static int bytesBeside(Map<String, Offered> boxes) {
        int bytes = BYTES_OF_SEED;
        for (Offered box : boxes.values()) {
            bytes += BYTES_OF_BOX + BYTES_OF_OFFER * box.size();
        }
        return bytes;
    }

    /** The cache of a database. */
    static OffersCache of(GraphDatabaseService database) {
        return CACHES.computeIfAbsent(
                database.databaseName(),
                name -> new OffersCache(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Forgets all that is kept of a database. */
    public static void forget(GraphDatabaseService database) {
        OffersCache cache = of(database);
        cache.beside.clear();
        cache.itself.clear();
        cache.rates = null;
    }

    /**
     * What was offered beside a product, by box.
     *
     * @param nanos by {@link System#nanoTime()}, the same for a whole answer
     */
    Map<String, Offered> beside(long seed, long nanos, Supplier<Map<String, Offered>> reader) {
        return kept(beside, seed, nanos, OLDEST_NANOS, reader);
    }

    /** How a product itself does, by box. */
    Map<String, Shop.Outcomes> itself(long product, long nanos, Supplier<Map<String, Shop.Outcomes>> reader) {
        return kept(itself, product, nanos, OLDEST_ITSELF_NANOS, reader);
    }

    /** How often things are taken in each box. */
    TakeRates rates(long nanos, Supplier<TakeRates> reader) {
        Kept<TakeRates> known = rates;
        if (known == null || nanos - known.readAt() >= OLDEST_NANOS) {
            known = new Kept<>(reader.get(), nanos);
            rates = known;
        }
        return known.read();
    }

    private <T> T kept(Generations<Kept<T>> all, long number, long nanos, long oldest, Supplier<T> reader) {
        Kept<T> known = all.get(number);
        if (known == null || nanos - known.readAt() >= oldest) {
            known = new Kept<>(reader.get(), nanos);
            all.put(number, known);
        }
        return known.read();
    }
}
