package org.cartograph.experiment.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** What somebody ordered, and what it was worth after returns. */
final class Spending {
    private static final String ORDER_ID = "orderId";

    private final Transaction transaction;
    private final Map<String, String> currencies = new HashMap<>();

    Spending(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * An order.
     *
     * @param currency of its amounts; empty where the shop does not say
     * @param amount quantity times price of its lines that were not sent back
     */
    record Order(String id, Instant at, String currency, double amount) {
        private Order plus(Order line) {
            return new Order(id, at.isBefore(line.at) ? at : line.at, currency, amount + line.amount);
        }
    }

    /** The orders of some people from {@code from} until before {@code until}. */
    List<Order> of(List<Node> shoppers, Instant from, Instant until) {
        Map<String, Order> orders = new HashMap<>();
        for (Node shopper : shoppers) {
            @Nullable Set<String> returned = null;
            try (ResourceIterable<Relationship> lines =
                    shopper.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
                for (Relationship line : lines) {
                    Instant at = Instants.of(line.getProperty("at", null));
                    if (at == null || at.isBefore(from) || !at.isBefore(until)) {
                        continue;
                    }
                    returned = returned == null ? returned(shopper) : returned;
                    String id = String.valueOf(line.getProperty(ORDER_ID, "at " + at));
                    double amount = returned.contains(key(line, id)) ? 0 : amount(line);
                    orders.merge(id, new Order(id, at, currency(id), amount), Order::plus);
                }
            }
        }
        return new ArrayList<>(orders.values());
    }

    private static Set<String> returned(Node shopper) {
        Set<String> returned = new HashSet<>();
        try (ResourceIterable<Relationship> all = shopper.getRelationships(Direction.OUTGOING, GraphModel.RETURNED)) {
            for (Relationship one : all) {
                returned.add(key(one, String.valueOf(one.getProperty(ORDER_ID, ""))));
            }
        }
        return returned;
    }

    private static String key(Relationship line, String orderId) {
        return NodeIds.target(line) + " " + orderId;
    }

    private static double amount(Relationship line) {
        return number(line.getProperty("quantity", 1)) * number(line.getProperty("unitPrice", 0));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private String currency(String orderId) {
        return currencies.computeIfAbsent(orderId, id -> {
            Node order = transaction.findNode(GraphModel.ORDER, "id", id);
            return order == null ? "" : String.valueOf(order.getProperty("currency", ""));
        });
    }
}
