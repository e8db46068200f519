package org.cartograph.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Showed;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** The nodes of recommendations, created with the first event that names them. */
final class AnswerNodes {
    private static final String CREATE =
            "UNWIND $ids AS id MERGE (r:Recommendation {id: id}) WITH r WHERE r.at IS NULL RETURN r.id AS id";

    private final Transaction transaction;
    private final Products products;

    AnswerNodes(Transaction transaction, Products products) {
        this.transaction = transaction;
        this.products = products;
    }

    /** The nodes by their id, locked until the transaction ends in the order of their ids. */
    Map<String, AnswerNode> locked(SortedMap<String, Recommended> wanted) {
        Map<String, Node> nodes = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : wanted.keySet()) {
            Node node = find(id);
            if (node == null) {
                missing.add(id);
            } else {
                nodes.put(id, node);
            }
        }
        Set<String> created = missing.isEmpty() ? Set.of() : create(missing);
        Map<String, AnswerNode> locked = new HashMap<>();
        wanted.forEach((id, recommended) -> {
            Node node = nodes.computeIfAbsent(id, this::find);
            transaction.acquireWriteLock(node);
            locked.put(
                    id,
                    created.contains(id)
                            ? new AnswerNode(id, node, true, fill(node, recommended))
                            : new AnswerNode(id, node, false, shown(node)));
        });
        return locked;
    }

    private Node find(String id) {
        return transaction.findNode(GraphModel.RECOMMENDATION, "id", id);
    }

    /** Those of them that nobody else created meanwhile. */
    private Set<String> create(List<String> ids) {
        try (var created = transaction.execute(CREATE, Map.of("ids", ids))) {
            return created.stream().map(row -> String.valueOf(row.get("id"))).collect(Collectors.toSet());
        }
    }

    private List<Relationship> fill(Node node, Recommended recommended) {
        node.addLabel(GraphModel.OPEN);
        node.setProperty("at", recommended.at());
        node.setProperty("context", recommended.context());
        node.setProperty("variants", recommended.variants().toArray(String[]::new));
        node.setProperty("shared", recommended.shared());
        node.setProperty("degraded", recommended.degraded());
        if (recommended.modelBuiltAt() != null) {
            node.setProperty("modelBuiltAt", recommended.modelBuiltAt());
        }
        List<Relationship> shown = new ArrayList<>(recommended.items().size());
        for (Recommended.Place item : recommended.items()) {
            products.find(item.productId()).ifPresent(product -> shown.add(show(node, item, product)));
        }
        return shown;
    }

    private static Relationship show(Node node, Recommended.Place item, Node product) {
        Relationship shown = node.createRelationshipTo(product, GraphModel.SHOWED);
        shown.setProperty(Showed.PLACEMENT, item.placement());
        shown.setProperty(Showed.RANK, (long) item.rank());
        shown.setProperty(Showed.USUAL_RANK, (long) item.usualRank());
        shown.setProperty(Showed.SCORE, item.score());
        if (item.source() != null) {
            shown.setProperty(Showed.SOURCE, item.source());
        }
        if (item.via() != null) {
            shown.setProperty(Showed.VIA, item.via());
        }
        return shown;
    }

    private static List<Relationship> shown(Node node) {
        try (ResourceIterable<Relationship> shown = node.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            return shown.stream().toList();
        }
    }
}
