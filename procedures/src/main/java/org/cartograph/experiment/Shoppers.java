package org.cartograph.experiment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.People;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * The nodes with which exposures are kept: of customers whom the shop knows, of browsers, and of visits of nobody known
 * ({@code session:<id>}).
 *
 * <p>A customer whom the shop does not know gets no node here, because it may be one who left a moment ago.
 */
final class Shoppers {
    private static final String MAKE = "UNWIND $ids AS id MERGE (c:Customer {id: id}) ON CREATE SET c.anonymous = true";
    private static final String SESSION = "session:";

    private final Transaction transaction;
    private final Map<String, Node> locked = new HashMap<>();

    Shoppers(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The id of the node with which an exposure is kept; null for a customer who is not known, without a browser. */
    @Nullable
    String with(Reported one, Experiment.Unit unit) {
        if (one.customerId() != null && find(one.customerId()) != null) {
            return one.customerId();
        }
        if (one.visitorId() != null) {
            return Browsers.id(transaction, one.visitorId());
        }
        return unit == Experiment.Unit.SESSION ? SESSION + one.unit() : null;
    }

    /** Whether a person refused consent or is leaving. */
    boolean refused(@Nullable String id) {
        Node node = id == null ? null : find(id);
        return node != null && People.refused(node);
    }

    /**
     * Makes and locks nodes in the order of their ids, so that two services that send the same write it once and never wait
     * for each other in a circle.
     */
    void lock(Collection<String> ids) {
        TreeSet<String> sorted = new TreeSet<>(ids);
        List<String> unknown = sorted.stream().filter(id -> find(id) == null).toList();
        if (!unknown.isEmpty()) {
            transaction.execute(MAKE, Map.of("ids", unknown)).close();
        }
        for (String id : sorted) {
            Node node = find(id);
            if (node != null) {
                transaction.acquireWriteLock(node);
                if (isStill(id, node)) {
                    locked.put(id, node);
                }
            }
        }
    }

    /** A locked node; null when it went away while the lock was waited for: somebody left, or logged in. */
    @Nullable
    Node get(String id) {
        return locked.get(id);
    }

    private static boolean isStill(String id, Node node) {
        try {
            return id.equals(node.getProperty("id", null)) && !node.hasLabel(GraphModel.LEAVING);
        } catch (NotFoundException gone) {
            return false;
        }
    }

    private @Nullable Node find(String id) {
        return transaction.findNode(GraphModel.CUSTOMER, "id", id);
    }
}
