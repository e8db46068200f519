package org.cartograph.model;

import java.util.Arrays;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.graph.SingleNumber;
import org.neo4j.graphdb.Transaction;

/**
 * What a build will need, from the database's own counts, so in no time.
 *
 * @param products nodes with the label Product
 * @param customers nodes with the label Customer
 * @param purchases relationships of the type PURCHASED
 * @param attributes relationships of the type HAS
 * @param views relationships of the type VIEWED, 0 when they are not read
 * @param bytes heap at the most: every order as if it had one line, every row full
 * @param heap what the server has
 */
public record MemoryEstimate(
        long products, long customers, long purchases, long attributes, long views, long bytes, long heap) {
    private static final long MEGABYTE = 1 << 20;
    /** Bytes of an attribute of a product, or of a view, while they are read: both ways round and as objects. */
    private static final long CONTENT = 100;

    /** Estimates a build with these settings. */
    public static MemoryEstimate of(Transaction transaction, BuildSettings settings) {
        long products = SingleNumber.of(transaction, "MATCH (n:Product) RETURN count(n) AS number", Map.of());
        long customers = SingleNumber.of(transaction, "MATCH (n:Customer) RETURN count(n) AS number", Map.of());
        long purchases = SingleNumber.of(transaction, "MATCH ()-[r:PURCHASED]->() RETURN count(r) AS number", Map.of());
        long attributes = SingleNumber.of(transaction, "MATCH ()-[r:HAS]->() RETURN count(r) AS number", Map.of());
        long views = settings.families().contains(Family.ALSO_VIEWED)
                ? SingleNumber.of(transaction, "MATCH ()-[r:VIEWED]->() RETURN count(r) AS number", Map.of())
                : 0;
        return new MemoryEstimate(
                products,
                customers,
                purchases,
                attributes,
                views,
                bytes(products, customers, purchases, settings) + CONTENT * (attributes + views),
                Runtime.getRuntime().maxMemory());
    }

    private static long bytes(long products, long customers, long purchases, BuildSettings settings) {
        // Histories: products both ways round; orders besides: start, customer, time and two weights of each.
        long histories = 8 * purchases + 16 * customers;
        long orders = settings.scope().orders() ? (8 + 4 + 4 + 8 + 8) * purchases : 0;
        // What the threads have read is held once more while it is joined, in arrays that grow by doubling.
        long reading = 2 * (4 + (settings.scope().orders() ? 16L : 0)) * purchases;
        long candidates = 12L * 2 * widest(settings) + 16L * widest(settings) + 200;
        // A row is held as arrays, turned round for those who borrow, and they may borrow all of it.
        long rows = products
                * (candidates
                        + (16L + 8L) * widest(settings)
                        + 20L * settings.coldStart().incoming()
                        + 150);
        long perThread = settings.threads() * (24 * products + 4 * Math.max(customers, purchases));
        return histories + orders + reading + rows + perThread;
    }

    private static int widest(BuildSettings settings) {
        return settings.weightings().values().stream()
                .mapToInt(weighting -> Math.max(weighting.neighbours(), weighting.ridgeNeighbours() / 2))
                .max()
                .orElse(0);
    }

    /** The whole estimate in a line. */
    public String summary() {
        return purchases + " purchases of " + products + " products by " + customers + " customers, at most "
                + bytes / MEGABYTE + " MB of " + heap / MEGABYTE + " MB heap";
    }

    void refuseWhenTooLarge() {
        if (bytes > heap) {
            throw new IllegalStateException("The build may need " + bytes / MEGABYTE + " MB, but the server has "
                    + heap / MEGABYTE + " MB of heap; raise server.memory.heap.max_size, or build one of "
                    + Arrays.toString(Family.values()) + " at a time with `families`.");
        }
    }
}
