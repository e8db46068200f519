package org.cartograph.graph;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * The one place that uses the internal number of a node or relationship.
 *
 * <p>It is deprecated in favour of element ids, which are texts: one would be made and parsed
 * for every edge read. The numbers never leave the process, and whoever keeps one may find another thing behind it later:
 * a number that a deletion set free is given out again.
 */
@SuppressWarnings({"removal", "deprecation"})
public final class NodeIds {
    private NodeIds() {}

    /** The number of a node. */
    public static long of(Node node) {
        return node.getId();
    }

    /** The number of a relationship. */
    public static long of(Relationship relationship) {
        return relationship.getId();
    }

    /** The number of the node that a relationship comes from. */
    public static long source(Relationship relationship) {
        return relationship.getStartNodeId();
    }

    /** The number of the node that a relationship leads to. */
    public static long target(Relationship relationship) {
        return relationship.getEndNodeId();
    }

    /** The node with a number. */
    public static Node node(Transaction transaction, long id) {
        return transaction.getNodeById(id);
    }
}
