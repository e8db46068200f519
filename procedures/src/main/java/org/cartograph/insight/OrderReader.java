package org.cartograph.insight;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.cartograph.facts.Ints;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.GraphModel;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** Reads orders into memory: all of them, or those with one product, which touches only the customers who bought it. */
final class OrderReader {
    /** Two arrays, one of which is copied when it has grown full. */
    private static final int BYTES_A_PURCHASE = 16;

    private final Transaction transaction;
    private final ProductIndex products;
    private final Runnable check;

    OrderReader(Transaction transaction, ProductIndex products, Runnable check) {
        this.transaction = transaction;
        this.products = products;
        this.check = check;
    }

    /**
     * All orders.
     *
     * @throws IllegalArgumentException when the heap is too small for them
     */
    Orders all() {
        refuseWhatDoesNotFit(OrderTotals.purchases(transaction));
        Lines lines = new Lines();
        new CustomerOrders(products)
                .each(
                        transaction,
                        check,
                        (customer, orders) -> Arrays.stream(orders).forEach(lines::add));
        return Orders.all(lines.starts(), lines.products.toArray(), products.size());
    }

    /** The orders with a product, or all orders where only all of them tell which those are; see {@link Orders#areAll}. */
    Orders around(int product, GraphDatabaseService database) {
        OrderTotals totals = OrderTotals.of(database, transaction, products, check);
        return totals.plain() ? with(product, totals) : all();
    }

    /** The orders with a product of a plain shop; see {@link OrderTotals#plain()}. */
    private Orders with(int product, OrderTotals totals) {
        Lines lines = new Lines();
        CustomerOrders reader = new CustomerOrders(products);
        for (Node customer : buyers(product)) {
            check.run();
            Arrays.stream(reader.of(customer))
                    .filter(order -> order.holds(product))
                    .forEach(lines::add);
        }
        return Orders.some(
                lines.starts(),
                lines.products.toArray(),
                products.size(),
                totals.orders(),
                other -> products.node(transaction, other).getDegree(GraphModel.PURCHASED, Direction.INCOMING));
    }

    private Set<Node> buyers(int product) {
        Set<Node> buyers = new HashSet<>();
        try (ResourceIterable<Relationship> purchases =
                products.node(transaction, product).getRelationships(Direction.INCOMING, GraphModel.PURCHASED)) {
            for (Relationship purchase : purchases) {
                buyers.add(purchase.getStartNode());
            }
        }
        return buyers;
    }

    private static void refuseWhatDoesNotFit(long purchases) {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        long needed = purchases * BYTES_A_PURCHASE;
        if (needed > free / 2 || purchases > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("`product` must be given, because all " + purchases
                    + " purchases would take " + (needed >> 20) + " MB of the " + (free >> 20)
                    + " MB of heap that are free.");
        }
    }

    private static final class Lines {
        private final Ints starts = new Ints();
        private final Ints products = new Ints();

        void add(CustomerOrders.Order order) {
            starts.add(products.size());
            for (int product : order.products()) {
                products.add(product);
            }
        }

        int[] starts() {
            starts.add(products.size());
            return starts.toArray();
        }
    }
}
