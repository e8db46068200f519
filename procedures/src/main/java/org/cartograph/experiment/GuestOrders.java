package org.cartograph.experiment;

import java.util.Arrays;
import org.cartograph.graph.GraphModel;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Tells experiments what a browser ordered as a guest: {@code (:Customer)-[:EXPOSED {guestOrders: [ids]}]->(:Experiment)}.
 *
 * <p>A guest's order belongs to a customer of its own, so nothing else says that the unit that met a variant converted; what
 * is counted for recommendations would not do, because whoever is held out gets none.
 */
public final class GuestOrders {
    private static final String ORDERS = "guestOrders";

    private final Transaction transaction;

    /** Writes inside the caller's transaction. */
    public GuestOrders(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Keeps an order with the experiments that a browser has met; again changes nothing. */
    public void note(String orderId, String visitorId) {
        Node browser = transaction.findNode(GraphModel.CUSTOMER, "id", visitorId);
        if (browser == null || Boolean.FALSE.equals(browser.getProperty("consent", null))) {
            return;
        }
        try (ResourceIterable<Relationship> all = browser.getRelationships(Direction.OUTGOING, GraphModel.EXPOSED)) {
            for (Relationship exposed : all) {
                transaction.acquireWriteLock(exposed);
                String[] before = of(exposed);
                if (!Arrays.asList(before).contains(orderId)) {
                    String[] after = Arrays.copyOf(before, before.length + 1);
                    after[before.length] = orderId;
                    exposed.setProperty(ORDERS, after);
                }
            }
        }
    }

    /** The orders that were kept. */
    public static String[] of(Relationship exposed) {
        return exposed.getProperty(ORDERS, null) instanceof String[] orders ? orders : new String[0];
    }
}
