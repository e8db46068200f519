package org.cartograph.insight;

import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.SingleNumber;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * What the graph has beside orders.
 *
 * @param described products with at least one attribute
 * @param views VIEWED relationships
 * @param built whether there is a model
 * @param learned purchases that it has seen
 */
record CatalogueFacts(long described, long views, boolean built, long learned) {

    static CatalogueFacts read(Transaction transaction) {
        long described = 0;
        try (ResourceIterator<Node> products = transaction.findNodes(GraphModel.PRODUCT)) {
            while (products.hasNext()) {
                described += products.next().hasRelationship(Direction.OUTGOING, GraphModel.HAS) ? 1 : 0;
            }
        }
        return new CatalogueFacts(
                described,
                number(transaction, "MATCH ()-[r:VIEWED]->() RETURN count(r) AS number"),
                number(transaction, "MATCH (:CurrentModel) RETURN count(*) AS number") > 0,
                number(transaction, "MATCH (m:CurrentModel) RETURN m.purchases AS number"));
    }

    private static long number(Transaction transaction, String query) {
        return SingleNumber.of(transaction, query, Map.of());
    }
}
