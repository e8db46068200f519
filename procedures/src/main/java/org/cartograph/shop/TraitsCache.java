package org.cartograph.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.cartograph.graph.Generations;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.ProductFacts;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;

/**
 * Traits that were read before, shared by all answers of one database.
 *
 * <p>Every use that something depends on looks at the product: its id (the database gives a deleted one's number away),
 * its mark {@code changedAt} and the number of its attributes must be what they were.
 * What neither shows, such as a category that got another name, acts within {@value #OLDEST_SECONDS} s. A product that
 * was marked within the last {@value #SETTLING_SECONDS} s is not kept, because readers see a commit piece by piece.
 *
 * <p>Memory: at most one thirty-second of the heap; some 1.5 kB a product of ten attributes.
 */
public final class TraitsCache {
    private static final int OLDEST_SECONDS = 60;
    private static final int SETTLING_SECONDS = 10;
    private static final long OLDEST_NANOS = Duration.ofSeconds(OLDEST_SECONDS).toNanos();
    private static final Duration SETTLING = Duration.ofSeconds(SETTLING_SECONDS);
    private static final int SHARE_OF_HEAP = 32;
    private static final int BYTES_OF_TRAITS = 250;
    private static final int BYTES_OF_VALUE = 120;

    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, TraitsCache> CACHES = new ConcurrentHashMap<>();

    private final Generations<Kept> traits;
    private final LongSupplier nanoClock;

    /** @param nanoClock like {@link System#nanoTime()} */
    TraitsCache(long bytes, LongSupplier nanoClock) {
        this.traits = new Generations<>(bytes, Kept::bytes);
        this.nanoClock = nanoClock;
    }

    /** The cache of a database. */
    static TraitsCache of(GraphDatabaseService database) {
        return CACHES.computeIfAbsent(
                database.databaseName(),
                name -> new TraitsCache(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, System::nanoTime));
    }

    /** Forgets all traits of a database. */
    public static void forget(GraphDatabaseService database) {
        of(database).traits.clear();
    }

    private record Kept(Object id, Traits traits, @Nullable Object changedAt, int attributes, long readAt) {
        int bytes() {
            int values = 0;
            for (List<String> ofKey : traits.attributes().values()) {
                values += 1 + ofKey.size();
            }
            return BYTES_OF_TRAITS + BYTES_OF_VALUE * values;
        }
    }

    /** What is kept of a product, though nobody looked whether it still is so; null when nothing is, or it is too old. */
    @Nullable
    Traits remembered(long number) {
        Kept kept = traits.get(number);
        return kept == null || nanoClock.getAsLong() - kept.readAt() >= OLDEST_NANOS ? null : kept.traits();
    }

    /**
     * The traits of a product.
     *
     * @param said its {@link ProductFacts#readIdAndMark}, or more, read in this transaction
     */
    Traits of(long number, Node product, Map<String, Object> said) {
        Object id = said.getOrDefault("id", "");
        Object changedAt = said.get(ProductFacts.CHANGED_AT);
        int attributes = product.getDegree(GraphModel.HAS, Direction.OUTGOING);
        long now = nanoClock.getAsLong();
        Kept kept = traits.get(number);
        if (kept != null
                && kept.attributes() == attributes
                && kept.id().equals(id)
                && now - kept.readAt() < OLDEST_NANOS
                && (changedAt == null ? kept.changedAt() == null : changedAt.equals(kept.changedAt()))) {
            return kept.traits();
        }
        Traits read = Traits.of(product);
        Instant mark = Instants.of(changedAt);
        if (mark == null || mark.isBefore(Instant.now().minus(SETTLING))) {
            traits.put(number, new Kept(id, read, changedAt, attributes, now));
        }
        return read;
    }
}
