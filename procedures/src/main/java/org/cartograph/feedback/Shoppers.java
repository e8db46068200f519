package org.cartograph.feedback;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.People;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** The people behind a group of events: customers that the shop knows, and browsers. */
final class Shoppers {
    private static final String CREATE =
            "UNWIND $ids AS id MERGE (c:Customer {id: id}) ON CREATE SET c.anonymous = true";

    private final Transaction transaction;
    private final Map<String, Optional<Node>> known = new HashMap<>();
    private final Set<String> browsers = new HashSet<>();

    Shoppers(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The id of who did something: the customer, and the browser where the shop knows no such customer; null for a
     * stranger.
     *
     * @throws IllegalArgumentException when there is only a customer that the shop does not know
     */
    @Nullable
    String who(Event event) {
        String customer = event.customerId();
        if (customer != null && find(customer).isPresent()) {
            return customer;
        }
        if (customer != null && event.visitorId() == null) {
            throw new IllegalArgumentException(
                    "`customerId` must be a customer the shop knows from an order or preferences, or come with a `visitorId`, "
                            + "but was '" + customer + "'.");
        }
        String browser = browser(event);
        if (browser != null) {
            browsers.add(browser);
        }
        return browser;
    }

    /** Under which id the browser is kept that something was done with, if it came with one. */
    @Nullable
    String browser(Event event) {
        String visitor = event.visitorId();
        return visitor == null ? null : Browsers.id(find(visitor).orElse(null), visitor);
    }

    /** Whether this person said that nothing may be kept of what they do. */
    boolean refused(String shopper) {
        try {
            return find(shopper).map(People::refused).orElse(false);
        } catch (NotFoundException gone) {
            known.remove(shopper); // logged in or left at this moment: whoever locks the nodes sees to it
            return false;
        }
    }

    /** The node of somebody, if there is one by now. */
    Optional<Node> find(String shopper) {
        return known.computeIfAbsent(
                shopper, id -> Optional.ofNullable(transaction.findNode(GraphModel.CUSTOMER, "id", id)));
    }

    /**
     * The nodes of these people, locked until the transaction ends, in the order of their ids; browsers that come for the
     * first time get one. So does a browser whose shopper logs in at this moment: the next login finds what it did. A
     * customer who leaves at this moment has none.
     */
    Map<String, Node> locked(Collection<String> shoppers) {
        SortedSet<String> sorted = new TreeSet<>(shoppers);
        List<String> unknown = sorted.stream().filter(id -> find(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            transaction.execute(CREATE, Map.of("ids", unknown)).close();
            unknown.forEach(known::remove);
        }
        Map<String, Node> nodes = new HashMap<>();
        for (String id : sorted) {
            Node node = lockedStill(id);
            if (node == null && browsers.contains(id)) {
                transaction.execute(CREATE, Map.of("ids", List.of(id))).close();
                node = lockedStill(id);
            }
            if (node != null) {
                nodes.put(id, node);
            }
        }
        return nodes;
    }

    private @Nullable Node lockedStill(String id) {
        Node node = find(id).orElse(null);
        if (node == null) {
            return null;
        }
        transaction.acquireWriteLock(node);
        if (isStill(id, node)) {
            return node;
        }
        known.remove(id);
        return null;
    }

    private static boolean isStill(String id, Node node) {
        try {
            return id.equals(node.getProperty("id", null)) && !node.hasLabel(GraphModel.LEAVING);
        } catch (NotFoundException gone) {
            return false;
        }
    }
}
