package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.Family;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** The nodes and relationships behind an explanation, so that Neo4j Browser draws why. */
public final class EvidencePaths {
    /** A picture with more in it shows nothing. */
    private static final int MOST_OF_A_KIND = 5;

    private final Transaction transaction;
    private final @Nullable Node customer;
    private final Map<Long, Node> nodes = new LinkedHashMap<>();
    private final Map<Long, Relationship> relationships = new LinkedHashMap<>();

    /**
     * Finds the paths of one explanation.
     *
     * @param request whose customer the paths may start from; one who refused consent is in none
     */
    public EvidencePaths(
            Transaction transaction, Shop shop, Request request, String productId, Explanation explanation) {
        this.transaction = transaction;
        String shopper = request.customerId();
        if (shopper == null && request.visitorId() != null) {
            shopper = Browsers.id(transaction, request.visitorId());
        }
        boolean known = request.customerId() != null
                && !shop.history(request.customerId(), 1).isEmpty();
        this.customer =
                shopper == null || !(known || !shop.shopper(shopper).lately().isEmpty())
                        ? null
                        : transaction.findNode(GraphModel.CUSTOMER, "id", shopper);
        Node product = transaction.findNode(GraphModel.PRODUCT, "id", productId);
        if (product != null) {
            add(product);
            for (Explanation.Clue clue : explanation.evidence()) {
                add(product, clue);
            }
        }
    }

    /** Every node, the product first. */
    public List<Node> nodes() {
        return new ArrayList<>(nodes.values());
    }

    /** Every relationship between them that speaks for the product. */
    public List<Relationship> relationships() {
        return new ArrayList<>(relationships.values());
    }

    private void add(Node product, Explanation.Clue clue) {
        Signal signal = clue.kind();
        Node anchor = clue.anchor() == Lead.NOWHERE ? null : NodeIds.node(transaction, clue.anchor());
        if (anchor == null) {
            ofTheShop(product, signal);
            return;
        }
        Family family = signal.family();
        if (family != null) {
            between(anchor, product, family);
        } else if (signal == Signal.UPGRADE || signal == Signal.SAME_SET) {
            shared(anchor, product);
        } else {
            for (Family one : Family.values()) {
                between(anchor, product, one);
            }
        }
        add(anchor);
        switch (signal.start()) {
            case HISTORY, LATEST, PLACEMENT -> fromCustomer(anchor, GraphModel.PURCHASED);
            case SESSION -> {
                fromCustomer(anchor, GraphModel.VIEWED);
                fromCustomer(anchor, GraphModel.ADDED_TO_CART);
            }
            default -> {}
        }
    }

    private void ofTheShop(Node product, Signal signal) {
        if (signal == Signal.BOUGHT_BEFORE || signal == Signal.DUE) {
            fromCustomer(product, GraphModel.PURCHASED);
            return;
        }
        for (Relationship has : edges(product, Direction.OUTGOING, GraphModel.HAS)) {
            if (has.getEndNode().hasLabel(GraphModel.CATEGORY)) {
                add(has);
            }
        }
    }

    private void between(Node from, Node to, RelationshipType type) {
        for (Relationship edge : edges(from, Direction.OUTGOING, type)) {
            if (edge.getEndNode().equals(to)) {
                add(edge);
            }
        }
    }

    private void fromCustomer(Node product, RelationshipType type) {
        if (customer == null) {
            return;
        }
        int found = 0;
        for (Relationship edge : edges(customer, Direction.OUTGOING, type)) {
            if (found < MOST_OF_A_KIND && edge.getEndNode().equals(product)) {
                add(edge);
                found++;
            }
        }
    }

    /** What both have, but words of a name: these would fill the picture. */
    private void shared(Node one, Node other) {
        Set<Node> attributes = new LinkedHashSet<>();
        for (Relationship has : edges(one, Direction.OUTGOING, GraphModel.HAS)) {
            if (!has.getEndNode().hasLabel(GraphModel.TOKEN)) {
                attributes.add(has.getEndNode());
            }
        }
        for (Relationship has : edges(other, Direction.OUTGOING, GraphModel.HAS)) {
            if (attributes.contains(has.getEndNode())) {
                add(has);
                between(one, has.getEndNode(), GraphModel.HAS);
            }
        }
    }

    private static List<Relationship> edges(Node node, Direction direction, RelationshipType type) {
        List<Relationship> edges = new ArrayList<>();
        try (ResourceIterable<Relationship> found = node.getRelationships(direction, type)) {
            found.forEach(edges::add);
        }
        return edges;
    }

    private void add(Relationship edge) {
        relationships.put(NodeIds.of(edge), edge);
        add(edge.getStartNode());
        add(edge.getEndNode());
    }

    private void add(Node node) {
        nodes.put(NodeIds.of(node), node);
    }
}
