package org.cartograph.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.SingleNumber;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * How many orders there are in all: the one number that a question about a single product needs from all others.
 *
 * <p>Counting takes a pass over all purchases, so it is kept for a minute as long as the store has as many purchases,
 * customers, products and orders as it had then.
 *
 * @param orders orders with at least one product
 * @param plain whether every purchase leads from a customer to a product and no order has a product twice, so that a
 *     product's purchases are its orders
 */
record OrderTotals(long orders, boolean plain) {
    private static final Duration OLDEST = Duration.ofMinutes(1);
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private record Size(long purchases, long customers, long products, long orders) {
        static Size of(Transaction transaction) {
            return new Size(
                    OrderTotals.purchases(transaction),
                    count(transaction, "MATCH (:Customer) RETURN count(*) AS number"),
                    count(transaction, "MATCH (:Product) RETURN count(*) AS number"),
                    count(transaction, "MATCH (:Order) RETURN count(*) AS number"));
        }
    }

    private record Kept(Size size, Instant readAt, OrderTotals totals) {
        boolean holds(Size now) {
            return size.equals(now) && Duration.between(readAt, Instant.now()).compareTo(OLDEST) < 0;
        }
    }

    /** The totals, kept or counted. */
    static OrderTotals of(
            GraphDatabaseService database, Transaction transaction, ProductIndex products, Runnable check) {
        Size size = Size.of(transaction);
        Kept kept = KEPT.get(database.databaseName());
        if (kept != null && kept.holds(size)) {
            return kept.totals();
        }
        OrderTotals totals = count(transaction, products, size, check);
        KEPT.put(database.databaseName(), new Kept(size, Instant.now(), totals));
        return totals;
    }

    /** Purchases in the store, which keeps count of them. */
    static long purchases(Transaction transaction) {
        return count(transaction, "MATCH ()-[r:PURCHASED]->() RETURN count(r) AS number");
    }

    static void forget(GraphDatabaseService database) {
        KEPT.remove(database.databaseName());
    }

    private static OrderTotals count(Transaction transaction, ProductIndex products, Size size, Runnable check) {
        CustomerOrders reader = new CustomerOrders(products);
        long[] orders = new long[1];
        reader.each(transaction, check, (customer, read) -> orders[0] += read.length);
        return new OrderTotals(
                orders[0], reader.lines() == size.purchases() && reader.distinctLines() == size.purchases());
    }

    private static long count(Transaction transaction, String query) {
        return SingleNumber.of(transaction, query, Map.of());
    }
}
