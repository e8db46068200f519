package org.cartograph.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** What one shopper bought, and what they have seen so far in the answers that are being read. */
final class ShopperHistory {
    private static final Duration LATER = Duration.ofDays(30);

    private final Transaction transaction;
    private final Node shopper;
    private final Set<Long> seenInVain = new HashSet<>();
    private final Map<String, String> currencies = new HashMap<>();
    private @Nullable List<Bought> bought;

    private record Bought(
            Node product, Instant at, @Nullable String order, double spent) {}

    ShopperHistory(Transaction transaction, Node shopper) {
        this.transaction = transaction;
        this.shopper = shopper;
    }

    /** Whether this shopper had the product before their eyes before, and never clicked it. Asked in the order of time. */
    boolean repeats(Impression impression) {
        long product = NodeIds.of(impression.product());
        boolean repeats = seenInVain.contains(product);
        if (impression.clicked()) {
            seenInVain.remove(product);
        } else {
            seenInVain.add(product);
        }
        return repeats;
    }

    /** Whether this shopper had bought anything of one of the product's categories before. */
    boolean knewCategoryOf(Node product, Instant before) {
        Set<Node> categories = categories(product);
        return bought().stream()
                .filter(line -> line.at().isBefore(before))
                .anyMatch(line -> categories(line.product()).stream().anyMatch(categories::contains));
    }

    /** What this shopper spent within 30 days after a sale, in its currency and not in its order. */
    double spentAfter(Instant sale, @Nullable String order, String currency) {
        return bought().stream()
                .filter(line -> line.at().isAfter(sale) && !line.at().isAfter(sale.plus(LATER)))
                .filter(line -> order == null || !order.equals(line.order()))
                .filter(line -> currency(line.order()).equals(currency))
                .mapToDouble(Bought::spent)
                .sum();
    }

    private String currency(@Nullable String order) {
        return order == null
                ? ""
                : currencies.computeIfAbsent(order, id -> {
                    Node node = transaction.findNode(GraphModel.ORDER, "id", id);
                    return node == null ? "" : String.valueOf(node.getProperty("currency", ""));
                });
    }

    private List<Bought> bought() {
        if (bought == null) {
            bought = read();
        }
        return Objects.requireNonNull(bought);
    }

    private List<Bought> read() {
        List<Bought> lines = new ArrayList<>();
        try (ResourceIterable<Relationship> all = shopper.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
            for (Relationship line : all) {
                Instant at = Instants.of(line.getProperty("at", null));
                if (at != null) {
                    String order = line.getProperty("orderId", null) instanceof String id ? id : null;
                    double spent = number(line, "unitPrice", 0) * number(line, "quantity", 1);
                    lines.add(new Bought(line.getEndNode(), at, order, spent));
                }
            }
        }
        return lines;
    }

    private static double number(Relationship line, String key, double otherwise) {
        return line.getProperty(key, null) instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static Set<Node> categories(Node product) {
        Set<Node> categories = new HashSet<>();
        try (ResourceIterable<Relationship> all = product.getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
            for (Relationship has : all) {
                if (has.getEndNode().hasLabel(GraphModel.CATEGORY)) {
                    categories.add(has.getEndNode());
                }
            }
        }
        return categories;
    }
}
