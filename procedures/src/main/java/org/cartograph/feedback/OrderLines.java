package org.cartograph.feedback;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.graph.GraphModel;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;

/** What a customer bought, or sent back, in one order. */
final class OrderLines {
    private OrderLines() {}

    /** The customer whom an order without one has. */
    static String guest(String order) {
        return "guest:" + order;
    }

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
}
