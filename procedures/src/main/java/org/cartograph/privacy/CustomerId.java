package org.cartograph.privacy;

import java.util.Map;
import java.util.Objects;
import org.cartograph.graph.GraphModel;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The id of a customer or visitor as a caller gives it: 1 to {@value #LONGEST} characters. */
final class CustomerId {
    private static final int LONGEST = 64;

    private static final String MERGE = "MERGE (c:Customer {id: $id})";

    private CustomerId() {}

    /**
     * The id, if it can be one.
     *
     * @param argument what the caller calls it, for the message
     * @throws IllegalArgumentException when it is empty or too long
     */
    static String checked(String argument, @Nullable String id) {
        if (id == null || id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "`" + argument + "` must be 1 to " + LONGEST + " characters, but was " + Shown.of(id) + ".");
        }
        return id;
    }

    /** The customer's node, or null. */
    static @Nullable Node node(Transaction transaction, String id) {
        return transaction.findNode(GraphModel.CUSTOMER, "id", id);
    }

    /** The customer's node, which nobody else can change or erase until the transaction ends, or null. */
    static @Nullable Node locked(Transaction transaction, String id) {
        Node node = node(transaction, id);
        if (node == null) {
            return null;
        }
        transaction.acquireWriteLock(node);
        // Whoever had the lock before may have erased the node, or given it another id.
        Node still = node(transaction, id);
        return node.equals(still) ? node : null;
    }

    /** The customer's node, made when the shop does not know the customer yet; locked. */
    static Node lockedOrNew(Transaction transaction, String id) {
        Node known = locked(transaction, id);
        if (known != null) {
            return known;
        }
        // MERGE, because two may make the same customer at once.
        transaction.execute(MERGE, Map.of("id", id)).close();
        return Objects.requireNonNull(locked(transaction, id));
    }

    /** Whether somebody refused that their behaviour is used. */
    static boolean refusesConsent(Node customer) {
        return Boolean.FALSE.equals(customer.getProperty("consent", null));
    }
}
