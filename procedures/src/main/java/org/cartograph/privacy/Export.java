package org.cartograph.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Everything that is held about one person: the properties of the Customer node, every relationship of it whatever its
 * type, the Order nodes of the purchases, and what was shown in each recommendation the person received.
 */
public final class Export {
    /** An experiment is described at length for those who run it; to a person its name says which one it was. */
    private static final Set<String> NAME_ALONE = Set.of("name");

    private final Transaction transaction;

    /** An export inside the caller's transaction. */
    public Export(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What is held, the person first, then by kind and time; empty when the shop does not know the person. */
    public List<Held> of(@Nullable String id) {
        Node person = CustomerId.node(transaction, CustomerId.checked("id", id));
        if (person == null) {
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        TreeSet<String> orders = new TreeSet<>();
        try (ResourceIterable<Relationship> all = person.getRelationships()) {
            for (Relationship one : all) {
                held.add(held(person, one));
                if (one.isType(GraphModel.PURCHASED) && one.getProperty("orderId", null) instanceof String order) {
                    orders.add(order);
                }
                if (one.isType(GraphModel.RECEIVED)) {
                    shown(one.getEndNode()).forEach(held::add);
                }
            }
        }
        orders.stream()
                .map(order -> transaction.findNode(GraphModel.ORDER, "id", order))
                .filter(order -> order != null)
                .forEach(order -> held.add(new Held("Order", at(order, "updatedAt"), null, properties(order))));
        held.sort(Comparator.comparing(Held::kind)
                .thenComparing(Held::at, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Held::productId, Comparator.nullsFirst(Comparator.naturalOrder())));
        held.add(0, new Held("Customer", null, null, properties(person)));
        return held;
    }

    private static Held held(Node person, Relationship one) {
        Node other = one.getOtherNode(person);
        Map<String, Object> data = properties(one);
        String product = null;
        if (other.hasLabel(GraphModel.PRODUCT) && other.getProperty("id", null) instanceof String id) {
            product = id;
        } else {
            data.put(one.getStartNode().equals(person) ? "to" : "from", described(other));
        }
        return new Held(one.getType().name(), at(one, "at"), product, data);
    }

    private static List<Held> shown(Node answer) {
        List<Held> shown = new ArrayList<>();
        try (ResourceIterable<Relationship> items = answer.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            for (Relationship item : items) {
                Map<String, Object> data = properties(item);
                data.put("recommendationId", answer.getProperty("id", ""));
                Object product = item.getEndNode().getProperty("id", null);
                shown.add(new Held(
                        GraphModel.SHOWED.name(), at(answer, "at"), product instanceof String id ? id : null, data));
            }
        }
        return shown;
    }

    private static Map<String, Object> described(Node node) {
        Map<String, Object> described = properties(node);
        if (node.hasLabel(GraphModel.EXPERIMENT)) {
            described.keySet().retainAll(NAME_ALONE);
        }
        described.put(
                "labels",
                StreamSupport.stream(node.getLabels().spliterator(), false)
                        .map(Label::name)
                        .sorted()
                        .collect(Collectors.toList()));
        return described;
    }

    private static Map<String, Object> properties(Entity entity) {
        return new TreeMap<>(entity.getAllProperties());
    }

    private static @Nullable ZonedDateTime at(Entity entity, String key) {
        Instant at = Instants.of(entity.getProperty(key, null));
        return at == null ? null : at.atZone(ZoneOffset.UTC);
    }
}
