package org.cartograph.privacy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Showed;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The orders of someone who leaves: each Order node keeps its id and {@code erased: true} and nothing else.
 *
 * <p>The id is what tells a late copy of the order from a new one, so that the person is not brought back by it.
 */
final class ErasedOrders {
    /** In the order of their ids, as whoever writes orders locks them; what is not in the graph is made, for a graph adopted without Order nodes. */
    private static final String ERASE = "UNWIND $ids AS id MERGE (o:Order {id: id}) SET o = {id: id, erased: true}";

    private ErasedOrders() {}

    /** The ids of a person's orders and returns that are not erased yet, ascending. */
    static List<String> missing(Transaction transaction, Node person) {
        TreeSet<String> ids = new TreeSet<>();
        try (ResourceIterable<Relationship> lines =
                person.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED, GraphModel.RETURNED)) {
            for (Relationship line : lines) {
                if (line.getProperty("orderId", null) instanceof String id) {
                    ids.add(id);
                }
            }
        }
        return ids.stream().filter(id -> !isErased(transaction, id)).toList();
    }

    private static boolean isErased(Transaction transaction, String id) {
        Node order = transaction.findNode(GraphModel.ORDER, "id", id);
        return order != null && Boolean.TRUE.equals(order.getProperty("erased", null));
    }

    /** Erases some of them, also where a sale that counts for a recommendation names them, whoever received it. */
    static void erase(Transaction transaction, List<String> ids) {
        transaction.execute(ERASE, Map.of("ids", ids)).close();
        for (String id : ids) {
            sales(transaction, id).forEach(sale -> sale.removeProperty(Showed.ORDER_ID));
        }
    }

    private static List<Relationship> sales(Transaction transaction, String order) {
        try (ResourceIterator<Relationship> sales =
                transaction.findRelationships(GraphModel.SHOWED, Showed.ORDER_ID, order)) {
            return sales.stream().toList();
        }
    }
}
