package org.cartograph.feedback;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cartograph.graph.GraphModel;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Products by their id, each looked up once. */
final class Products {
    private final Transaction transaction;
    private final Map<String, Optional<Node>> found = new HashMap<>();

    Products(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<Node> find(String id) {
        return found.computeIfAbsent(
                id, absent -> Optional.ofNullable(transaction.findNode(GraphModel.PRODUCT, "id", absent)));
    }
}
