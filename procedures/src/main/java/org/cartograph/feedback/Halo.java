package org.cartograph.feedback;

import java.util.List;
import java.util.Optional;
import org.cartograph.graph.GraphModel;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * What else was bought by somebody who had clicked a recommendation: the lines of an order that count for none, noted on
 * the recommendation that was clicked last ({@code haloRevenue}, {@code haloOrders}, {@code haloCurrency}).
 *
 * <p>The Order node remembers where its halo went and how much it was, so that it can be taken back; an order without a
 * node has none. A recommendation sums one currency only, that of its first halo.
 */
final class Halo {
    private static final String REVENUE = "haloRevenue";
    private static final String ORDERS = "haloOrders";
    private static final String CURRENCY = "haloCurrency";
    private static final String OF = "haloOf";

    private final Transaction transaction;
    private final @Nullable Node order;

    Halo(Transaction transaction, String orderId) {
        this.transaction = transaction;
        this.order = transaction.findNode(GraphModel.ORDER, "id", orderId);
    }

    /** Takes back what an earlier version of the order gave. */
    void takeBack() {
        if (order == null || !(order.getProperty(OF, null) instanceof String id)) {
            return;
        }
        Node recommendation = transaction.findNode(GraphModel.RECOMMENDATION, "id", id);
        if (recommendation != null) {
            transaction.acquireWriteLock(recommendation);
            add(recommendation, -number(order, REVENUE), -1);
        }
        order.removeProperty(OF);
        order.removeProperty(REVENUE);
    }

    /** Gives what these lines were sold for to the recommendation that was clicked last; says how much it was, or null. */
    @Nullable
    Double add(Touches touches, List<Relationship> lines) {
        Optional<Node> clicked = touches.lastClicked();
        if (order == null || clicked.isEmpty()) {
            return null;
        }
        Node recommendation = clicked.get();
        transaction.acquireWriteLock(recommendation);
        Object currency = order.getProperty("currency", "");
        if (!recommendation.hasProperty(CURRENCY)) {
            recommendation.setProperty(CURRENCY, currency);
        } else if (!recommendation.getProperty(CURRENCY).equals(currency)) {
            return null;
        }
        double revenue = 0;
        for (Relationship line : lines) {
            Double sold = OrderLines.revenue(line);
            revenue += sold == null ? 0 : sold;
        }
        add(recommendation, revenue, 1);
        order.setProperty(OF, recommendation.getProperty("id"));
        order.setProperty(REVENUE, revenue);
        return revenue;
    }

    private static void add(Node recommendation, double revenue, long orders) {
        long count = Math.round(number(recommendation, ORDERS)) + orders;
        recommendation.setProperty(ORDERS, count);
        // Nothing is left of what was added and taken back, not even a rounding error.
        recommendation.setProperty(REVENUE, count == 0 ? 0.0 : number(recommendation, REVENUE) + revenue);
        if (count == 0) {
            recommendation.removeProperty(CURRENCY);
        }
    }

    private static double number(Node node, String key) {
        return node.getProperty(key, 0) instanceof Number number ? number.doubleValue() : 0;
    }
}
