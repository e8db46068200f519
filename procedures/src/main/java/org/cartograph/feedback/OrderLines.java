package org.cartograph.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;

/** What a customer bought, or sent back, in one order. */
final class OrderLines {
    private OrderLines() {}

    static List<Relationship> of(Node customer, String order) {
        return of(customer, order, GraphModel.PURCHASED);
    }

    static List<Relationship> of(Node customer, String order, RelationshipType type) {
        List<Relationship> lines = new ArrayList<>();
        try (ResourceIterable<Relationship> all = customer.getRelationships(Direction.OUTGOING, type)) {
            for (Relationship line : all) {
                if (order.equals(line.getProperty("orderId", null))) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** What a line was sold for, all pieces; null without a price. */
    static @Nullable Double revenue(Relationship line) {
        return line.getProperty("unitPrice", null) instanceof Number price
                        && line.getProperty("quantity", 1) instanceof Number quantity
                ? Double.valueOf(price.doubleValue() * quantity.doubleValue())
                : null;
    }

    /** The orders of a customer from one moment to another. */
    static Set<String> between(Node customer, Instant first, Instant last) {
        Set<String> orders = new HashSet<>();
        try (ResourceIterable<Relationship> all = customer.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
            for (Relationship line : all) {
                Instant at = Instants.of(line.getProperty("at", null));
                if (at != null
                        && !at.isBefore(first)
                        && !at.isAfter(last)
                        && line.getProperty("orderId", null) instanceof String order) {
                    orders.add(order);
                }
            }
        }
        return orders;
    }
}
