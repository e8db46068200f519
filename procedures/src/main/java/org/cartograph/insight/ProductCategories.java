package org.cartograph.insight;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.settings.Shown;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** Which products lie in a category, and which pairs of products lie in different ones. Read only where asked for. */
final class ProductCategories {
    private final Transaction transaction;
    private final ProductIndex products;
    private final BitSet members = new BitSet();
    private final long[][] categories;

    ProductCategories(Transaction transaction, ProductIndex products) {
        this.transaction = transaction;
        this.products = products;
        this.categories = new long[products.size()][];
    }

    /**
     * Finds the products of a category and of those below it.
     *
     * @throws IllegalArgumentException when there is no such category
     */
    void choose(String category) {
        Node top = transaction.findNodes(GraphModel.ATTRIBUTE, "key", "category", "value", category).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`category` must be the value of a category in the graph, but there is none with "
                                + Shown.of(category) + "."));
        Set<Node> seen = new HashSet<>(Set.of(top));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Node next = open.remove();
            sources(next, GraphModel.HAS).forEach(product -> {
                int number = products.of(NodeIds.of(product));
                if (number >= 0) {
                    members.set(number);
                }
            });
            // Seen before: a shop's categories may run in a circle.
            sources(next, GraphModel.CHILD_OF).stream().filter(seen::add).forEach(open::add);
        }
    }

    boolean touches(Rule rule) {
        return members.get(rule.first())
                || members.get(rule.consequent())
                || (rule.second() != Rule.NONE && members.get(rule.second()));
    }

    boolean touches(int[] numbers) {
        return Arrays.stream(numbers).anyMatch(members::get);
    }

    boolean areCrossed(Rule rule) {
        return areApart(rule.first(), rule.consequent())
                && (rule.second() == Rule.NONE || areApart(rule.second(), rule.consequent()));
    }

    /** A product without a category is not known to lie in another one. */
    private boolean areApart(int one, int other) {
        long[] ofOne = categories(one);
        long[] ofOther = categories(other);
        return ofOne.length > 0
                && ofOther.length > 0
                && Arrays.stream(ofOne).noneMatch(category -> Arrays.binarySearch(ofOther, category) >= 0);
    }

    private long[] categories(int product) {
        if (categories[product] == null) {
            try (ResourceIterable<Relationship> attributes =
                    products.node(transaction, product).getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
                categories[product] = attributes.stream()
                        .filter(has -> has.getEndNode().hasLabel(GraphModel.CATEGORY))
                        .mapToLong(NodeIds::target)
                        .sorted()
                        .toArray();
            }
        }
        return categories[product];
    }

    private static Set<Node> sources(Node node, RelationshipType type) {
        Set<Node> sources = new HashSet<>();
        try (ResourceIterable<Relationship> edges = node.getRelationships(Direction.INCOMING, type)) {
            for (Relationship edge : edges) {
                sources.add(edge.getStartNode());
            }
        }
        return sources;
    }
}
