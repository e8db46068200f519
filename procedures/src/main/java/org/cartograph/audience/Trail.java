package org.cartograph.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.ProductRepeats;
import org.cartograph.similarity.Repeats;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** What one customer left in the graph; each kind of relationship is read only when it is asked for. */
final class Trail {
    private final Transaction transaction;
    private final Node customer;
    private final Instant now;

    Trail(Transaction transaction, Node customer, Instant now) {
        this.transaction = transaction;
        this.customer = customer;
        this.now = now;
    }

    /**
     * A product that a customer bought.
     *
     * @param times how often
     */
    record Bought(long product, int times, Instant first, Instant last) {
        private Bought and(Bought other) {
            return new Bought(
                    product,
                    times + other.times,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /**
     * An order line.
     *
     * @param order what tells its order from others
     */
    private record Line(long product, Object order, Instant at) {}

    Instant now() {
        return now;
    }

    /** When each product met the customer last in this way; what has no time is not known to have been lately. */
    Map<Long, Instant> latest(RelationshipType type) {
        Map<Long, Instant> latest = new HashMap<>();
        each(type, edge -> {
            Instant at = Instants.of(edge.getProperty("at", null));
            latest.merge(NodeIds.target(edge), at == null ? Instant.EPOCH : at, (a, b) -> a.isAfter(b) ? a : b);
        });
        return latest;
    }

    /** When the customer ordered last, or null. */
    @Nullable
    Instant lastOrderAt() {
        return latest(GraphModel.PURCHASED).values().stream()
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The products of the newest order; empty without orders. */
    List<Long> lastOrder() {
        List<Line> lines = lines();
        return lines.stream()
                .max(Comparator.comparing(Line::at))
                .map(newest -> lines.stream()
                        .filter(line -> line.order().equals(newest.order()))
                        .map(Line::product)
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** Everything the customer bought. */
    Collection<Bought> bought() {
        Map<Long, Bought> bought = new HashMap<>();
        for (Line line : lines()) {
            bought.merge(line.product(), new Bought(line.product(), 1, line.at(), line.at()), Bought::and);
        }
        return bought.values();
    }

    /** Products that the customer does not want to hear of: dismissed, or theirs already. */
    Set<Long> unwanted() {
        Set<Long> unwanted = new HashSet<>();
        each(GraphModel.DISMISSED, edge -> unwanted.add(NodeIds.target(edge)));
        each(GraphModel.OWNS, edge -> unwanted.add(NodeIds.target(edge)));
        return unwanted;
    }

    /** How a product is bought again by this customer, or, where they bought it too seldom, by all. */
    Repeats repeats(Bought bought) {
        Repeats own = Repeats.own(Duration.between(bought.first(), bought.last()), bought.times());
        return own.equals(Repeats.NONE) ? ProductRepeats.of(NodeIds.node(transaction, bought.product())) : own;
    }

    /** Whether it is a product that can be bought now. */
    boolean isSellable(long product) {
        Node node = NodeIds.node(transaction, product);
        return node.hasLabel(GraphModel.PRODUCT) && ProductFacts.of(node, now).sellable();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        each(GraphModel.PURCHASED, edge -> {
            Map<String, Object> properties = edge.getProperties("orderId", "at");
            Instant at = Instants.of(properties.get("at"));
            Instant moment = at == null ? Instant.EPOCH : at;
            // A graph adopted without order ids still has orders: what was bought at the same moment.
            lines.add(new Line(NodeIds.target(edge), properties.getOrDefault("orderId", moment), moment));
        });
        return lines;
    }

    private void each(RelationshipType type, Consumer<Relationship> take) {
        try (ResourceIterable<Relationship> edges = customer.getRelationships(Direction.OUTGOING, type)) {
            edges.forEach(take);
        }
    }
}
