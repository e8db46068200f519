package org.cartograph.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/** Reads the purchases of one customer. */
final class CustomerLines {
    private static final String[] LINE = {"orderId", "at"};

    private final ProductIndex index;
    private long highestLine = -1;

    CustomerLines(ProductIndex index) {
        this.index = index;
    }

    /** The highest number of any PURCHASED relationship read so far; −1 before the first. */
    long highestLine() {
        return highestLine;
    }

    /** One order as read: distinct products ascending, and its earliest line's time in seconds. */
    record Order(String id, long time, int[] products) {}

    private static final class OpenOrder {
        private final String id;
        private int[] products = new int[8];
        private int size;
        private long time = Long.MAX_VALUE;

        private OpenOrder(String id) {
            this.id = id;
        }

        private void add(int product, long at) {
            if (size == products.length) {
                products = Arrays.copyOf(products, 2 * size);
            }
            products[size++] = product;
            time = Math.min(time, at);
        }

        private Order close() {
            return new Order(id, time, distinct(products, size));
        }
    }

    /** The customer's orders, oldest first; orders of the same time by id. */
    List<Order> orders(Node customer) {
        Map<String, OpenOrder> byId = new HashMap<>();
        OpenOrder last = new OpenOrder("");
        try (ResourceIterable<Relationship> lines =
                customer.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
            for (Relationship line : lines) {
                int product = index.of(NodeIds.target(line));
                if (product < 0) {
                    continue;
                }
                highestLine = Math.max(highestLine, NodeIds.of(line));
                Map<String, Object> properties = line.getProperties(LINE);
                Object at = properties.get("at");
                // A graph adopted without order ids still has baskets: what was bought at the same moment.
                String id = String.valueOf(properties.getOrDefault("orderId", at));
                if (!id.equals(last.id) || byId.isEmpty()) {
                    last = byId.computeIfAbsent(id, OpenOrder::new);
                }
                last.add(product, seconds(at));
            }
        }
        List<Order> orders = new ArrayList<>(byId.size());
        byId.values().forEach(open -> orders.add(open.close()));
        orders.sort(Comparator.comparingLong(Order::time).thenComparing(Order::id));
        return orders;
    }

    /** The distinct products of the customer's most recent purchases, ascending. */
    History history(Node customer, int longest) {
        int[] products = new int[16];
        int size = 0;
        try (ResourceIterable<Relationship> lines =
                customer.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
            for (Relationship line : lines) {
                int product = index.of(NodeIds.target(line));
                if (product >= 0) {
                    highestLine = Math.max(highestLine, NodeIds.of(line));
                    if (size == products.length) {
                        products = Arrays.copyOf(products, 2 * size);
                    }
                    products[size++] = product;
                }
            }
        }
        return size <= longest
                ? new History(distinct(products, size), size)
                : new History(mostRecent(orders(customer), longest), size);
    }

    /** The distinct products of a history, ascending, and how many purchases it really has. */
    record History(int[] products, int purchases) {}

    /** The distinct products of the last {@code longest} purchases, counted back from the newest order. */
    static int[] mostRecent(List<Order> orders, int longest) {
        int[] products = new int[longest];
        int size = 0;
        for (int at = orders.size() - 1; at >= 0 && size < longest; at--) {
            int[] order = orders.get(at).products();
            int taken = Math.min(order.length, longest - size);
            System.arraycopy(order, 0, products, size, taken);
            size += taken;
        }
        return distinct(products, size);
    }

    private static int[] distinct(int[] products, int size) {
        Arrays.sort(products, 0, size);
        int kept = 0;
        for (int at = 0; at < size; at++) {
            if (at == 0 || products[at] != products[at - 1]) {
                products[kept++] = products[at];
            }
        }
        return Arrays.copyOf(products, kept);
    }

    private static long seconds(@Nullable Object at) {
        Instant instant = Instants.of(at);
        return instant == null ? 0 : instant.getEpochSecond();
    }
}
