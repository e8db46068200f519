package org.cartograph.insight;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cartograph.facts.Ints;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Gathers the lines of each customer into orders, one customer in memory at a time. */
final class CustomerOrders {
    private static final String[] LINE = {"orderId", "at"};

    private final ProductIndex products;
    private long lines;
    private long distinctLines;

    CustomerOrders(ProductIndex products) {
        this.products = products;
    }

    /**
     * One order.
     *
     * @param time its earliest line, seconds since 1970; {@link Long#MAX_VALUE} when no line says
     * @param products distinct products, ascending; never empty
     */
    record Order(long time, int[] products) {
        boolean holds(int product) {
            return Arrays.binarySearch(products, product) >= 0;
        }
    }

    /** Whoever takes the orders of one customer. */
    interface Visitor {
        void visit(Node customer, Order[] orders);
    }

    private static final class OpenOrder {
        private final Ints products = new Ints();
        private long time = Long.MAX_VALUE;
    }

    /** Visits every customer who bought something, and checks before each whether the caller still wants to know. */
    void each(Transaction transaction, Runnable check, Visitor visitor) {
        try (ResourceIterator<Node> customers = transaction.findNodes(GraphModel.CUSTOMER)) {
            while (customers.hasNext()) {
                check.run();
                Node customer = customers.next();
                visitor.visit(customer, of(customer));
            }
        }
    }

    /** The orders of a customer, in no particular order. */
    Order[] of(Node customer) {
        Map<Object, OpenOrder> open = new HashMap<>();
        try (ResourceIterable<Relationship> purchases =
                customer.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
            for (Relationship purchase : purchases) {
                int product = products.of(NodeIds.target(purchase));
                if (product >= 0) {
                    add(open, product, purchase);
                }
            }
        }
        return open.values().stream().map(this::close).toArray(Order[]::new);
    }

    /** How many purchases were read so far. */
    long lines() {
        return lines;
    }

    /** How many there would be if no order had a product twice. */
    long distinctLines() {
        return distinctLines;
    }

    private void add(Map<Object, OpenOrder> open, int product, Relationship purchase) {
        Map<String, Object> properties = purchase.getProperties(LINE);
        Object at = properties.get("at");
        // A graph adopted without order ids still has baskets: what was bought at the same moment.
        Object id = properties.getOrDefault("orderId", String.valueOf(at));
        OpenOrder order = open.computeIfAbsent(id, key -> new OpenOrder());
        order.products.add(product);
        order.time = Math.min(order.time, seconds(at));
        lines++;
    }

    private Order close(OpenOrder order) {
        int[] distinct =
                Arrays.stream(order.products.toArray()).sorted().distinct().toArray();
        distinctLines += distinct.length;
        return new Order(order.time, distinct);
    }

    private static long seconds(@Nullable Object at) {
        Instant instant = Instants.of(at);
        return instant == null ? Long.MAX_VALUE : instant.getEpochSecond();
    }
}
