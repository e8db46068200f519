package org.cartograph.graph;

import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Under which id what a browser does is kept.
 *
 * <p>That is its {@code visitorId}, unless a customer or a guest's order has that id: pages of a browser can be asked for
 * with a key that everybody can read, and with any {@code visitorId}. It must show nothing of a customer, write nothing to
 * one, and not even tell whether there is one, so such a browser has a node of its own. Only who refused consent is told
 * from others: nothing of them may be kept.
 */
public final class Browsers {

    private static final String OF_ITS_OWN = "browser:";

    private Browsers() {}

    /** The id of this visitor's node, whether there is one yet or not. */
    public static String id(Transaction transaction, String visitorId) {
        return id(transaction.findNode(GraphModel.CUSTOMER, "id", visitorId), visitorId);
    }

    /**
     * The id of this visitor's node, whether there is one yet or not.
     *
     * @param ofThatId the node of whoever has the visitor's id
     */
    public static String id(@Nullable Node ofThatId, String visitorId) {
        boolean itsOwn = People.isGuest(visitorId) || (ofThatId != null && isACustomer(ofThatId));
        return itsOwn ? OF_ITS_OWN + visitorId : visitorId;
    }

    private static boolean isACustomer(Node node) {
        try {
            // Of whom nothing may be kept, nothing is kept under another id either.
            return !People.isAnonymous(node) && !People.refused(node);
        } catch (NotFoundException gone) {
            return false; // a visitor who logged in at this moment
        }
    }
}
