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
 * @param bytes heap at the most: every order as if it had one line, every row full
 * @param heap what the server has
 */
public record MemoryEstimate(long products, long customers, long purchases, long bytes, long heap) {
    private static final long MEGABYTE = 1 << 20;

    /** Estimates a build with these settings. */
    public static MemoryEstimate of(Transaction transaction, BuildSettings settings) {
        long products = SingleNumber.of(transaction, "MATCH (n:Product) RETURN count(n) AS number", Map.of());
        long customers = SingleNumber.of(transaction, "MATCH (n:Customer) RETURN count(n) AS number", Map.of());
        long purchases = SingleNumber.of(transaction, "MATCH ()-[r:PURCHASED]->() RETURN count(r) AS number", Map.of());
        return new MemoryEstimate(
                products,
                customers,
                purchases,
                bytes(products, customers, purchases, settings),
                Runtime.getRuntime().maxMemory());
    }

    private static long bytes(long products, long customers, long purchases, BuildSettings settings) {
        // Histories: products both ways round; orders besides: start, customer, time and two weights of each.
        long histories = 8 * purchases + 16 * customers;
        long orders = settings.scope().orders() ? (8 + 4 + 4 + 8 + 8) * purchases : 0;
        // What the threads have read is held once more while it is joined, in arrays that grow by doubling.
        long reading = 2 * (4 + (settings.scope().orders() ? 16L : 0)) * purchases;
        long candidates = 12L * 2 * widest(settings) + 16L * widest(settings) + 200;
        long rows = products * (candidates + 12L * widest(settings) + 100);
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
