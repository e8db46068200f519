package org.cartograph.privacy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.ProductFacts;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Gives a person's orders away: each to an anonymous customer of its own, under a random id, cut to the day.
 *
 * <p>What was bought together stays known and who bought it does not, nor that one person made two of these orders. What
 * was sent back of an order goes with it, so that a product's share of returns stays true. The products are marked, because
 * their number of purchases alone would not tell the model that a customer's orders fell apart.
 */
final class AnonymousOrders {
    private static final int LINES_A_STEP = 2_000;
    private static final String ORDER_ID = "orderId";

    private AnonymousOrders() {}

    /** Gives some orders away, each of them whole; nothing when there are none. */
    static Erased step(Transaction transaction, Node person) {
        Collection<List<Relationship>> orders = some(person);
        mark(orders);
        Erased erased = Erased.NOTHING;
        for (List<Relationship> order : orders) {
            erased = erased.plus(give(transaction, order));
        }
        return erased;
    }

    private static Collection<List<Relationship>> some(Node person) {
        Map<String, List<Relationship>> orders = new LinkedHashMap<>();
        int size = 0;
        try (ResourceIterable<Relationship> lines =
                person.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED, GraphModel.RETURNED)) {
            for (Relationship line : lines) {
                // A graph adopted without order ids still has baskets: what was bought at the same moment.
                String order = String.valueOf(line.getProperty(ORDER_ID, line.getProperty("at", "")));
                if (size < LINES_A_STEP || orders.containsKey(order)) {
                    orders.computeIfAbsent(order, key -> new ArrayList<>()).add(line);
                    size++;
                }
            }
        }
        return orders.values();
    }

    /** In the order of their ids, as whoever writes orders locks them. */
    private static void mark(Collection<List<Relationship>> orders) {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        orders.stream().flatMap(List::stream).map(Relationship::getEndNode).collect(Collectors.toSet()).stream()
                .sorted(Comparator.comparing(product -> String.valueOf(product.getProperty("id", ""))))
                .forEach(product -> product.setProperty(ProductFacts.CHANGED_AT, now));
    }

    private static Erased give(Transaction transaction, List<Relationship> order) {
        List<Relationship> bought =
                order.stream().filter(line -> line.isType(GraphModel.PURCHASED)).toList();
        if (bought.isEmpty()) {
            order.forEach(Relationship::delete);
            return Erased.orders(0, 0, order.size());
        }
        String id = Nobody.id();
        Node nobody = Nobody.create(transaction, id);
        order.forEach(line -> give(line, nobody, id));
        return Erased.orders(1, bought.size(), order.size() - bought.size());
    }

    /** Only what is named here stays: what a shop added to its lines may tell who it was. */
    private static void give(Relationship line, Node nobody, String id) {
        Map<String, Object> known = line.getProperties("at", "quantity", "unitPrice");
        Relationship given = nobody.createRelationshipTo(line.getEndNode(), line.getType());
        line.delete();
        given.setProperty(ORDER_ID, id);
        ZonedDateTime day = Nobody.day(known.remove("at"));
        if (day != null) {
            given.setProperty("at", day);
        }
        known.forEach(given::setProperty);
    }
}
