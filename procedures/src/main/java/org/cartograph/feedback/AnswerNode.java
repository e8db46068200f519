package org.cartograph.feedback;

import java.util.List;
import java.util.stream.Stream;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.People;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/**
 * A recommendation in the graph.
 *
 * @param id of the node
 * @param created whether it was not there before this transaction
 * @param shown what it showed, as far as the products exist
 */
record AnswerNode(String id, Node node, boolean created, List<Relationship> shown) {
    /** What it showed of this product and in this box, where they are named. */
    Stream<Relationship> shown(@Nullable Node product, @Nullable String placement) {
        return shown.stream()
                .filter(edge -> product == null || edge.getEndNode().equals(product))
                .filter(edge -> placement == null || placement.equals(edge.getProperty(Showed.PLACEMENT, null)));
    }

    /**
     * Notes who received it. One shopper does: the first, and a customer instead of the browser that they were before
     * they logged in.
     */
    void receivedBy(Node shopper) {
        for (Relationship received : received()) {
            Node before = received.getStartNode();
            if (before.equals(shopper) || !People.isAnonymous(before) || People.isAnonymous(shopper)) {
                return;
            }
            received.delete();
        }
        shopper.createRelationshipTo(node, GraphModel.RECEIVED).setProperty("at", node.getProperty("at"));
    }

    private List<Relationship> received() {
        try (ResourceIterable<Relationship> received = node.getRelationships(Direction.INCOMING, GraphModel.RECEIVED)) {
            return received.stream().toList();
        }
    }
}
