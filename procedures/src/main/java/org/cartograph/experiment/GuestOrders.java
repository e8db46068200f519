package org.cartograph.experiment;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.GraphModel;
import org.jspecify.annotations.Nullable;
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

    /**
     * Keeps an order with the experiments that a browser has met; again changes nothing.
     *
     * @param customerId null for a guest; orders of others tell by themselves who converted
     */
    public void note(String orderId, @Nullable String customerId, @Nullable String visitorId) {
        if (customerId == null && visitorId != null) {
            note(orderId, visitorId);
        }
    }

    private void note(String orderId, String visitorId) {
        Node browser = transaction.findNode(GraphModel.CUSTOMER, "id", Browsers.id(transaction, visitorId));
        if (browser == null || Boolean.FALSE.equals(browser.getProperty("consent", null))) {
            return;
        }
        try (ResourceIterable<Relationship> all = browser.getRelationships(Direction.OUTGOING, GraphModel.EXPOSED)) {
            for (Relationship exposed : all) {
                transaction.acquireWriteLock(exposed);
                add(exposed, Stream.of(orderId));
            }
        }
    }

    /** Adds what one relationship keeps to another, when a browser turns out to be a customer. */
    public static void unite(Relationship kept, Relationship gone) {
        add(kept, Arrays.stream(of(gone)));
    }

    private static void add(Relationship exposed, Stream<String> orders) {
        String[] all =
                Stream.concat(Arrays.stream(of(exposed)), orders).distinct().toArray(String[]::new);
        if (all.length > of(exposed).length) {
            exposed.setProperty(ORDERS, all);
        }
    }

    /** The orders that were kept. */
    public static String[] of(Relationship exposed) {
        return exposed.getProperty(ORDERS, null) instanceof String[] orders ? orders : new String[0];
    }
}
