package org.cartograph.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** Finds products by their attributes from the attribute's side, which is short where the attribute is rare. */
final class AttributeMembers {
    /** A set that is larger than this is none: a brand of thousands. */
    private static final int MOST_MEMBERS = 500;

    private final Transaction transaction;

    AttributeMembers(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The products of the key whose wanted values have the fewest, best-selling first. */
    List<Long> ofRarest(Map<String, Set<String>> wanted) {
        List<Node> rarest = wanted.entrySet().stream()
                .map(entry -> nodes(entry.getKey(), entry.getValue()))
                .min(Comparator.comparingInt(AttributeMembers::size))
                .orElse(List.of());
        return bestSelling(rarest, Integer.MAX_VALUE);
    }

    private static List<Long> bestSelling(List<Node> attributes, int mostOfEach) {
        Map<Long, Integer> sales = new HashMap<>();
        for (Node attribute : attributes) {
            int read = 0;
            try (ResourceIterable<Relationship> members =
                    attribute.getRelationships(Direction.INCOMING, GraphModel.HAS)) {
                for (Relationship has : members) {
                    if (read++ == mostOfEach) {
                        break;
                    }
                    Node product = has.getStartNode();
                    sales.put(NodeIds.of(product), product.getDegree(GraphModel.PURCHASED, Direction.INCOMING));
                }
            }
        }
        return sales.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The products that share one of a product's values of an attribute, best-selling first. */
    List<Long> sharing(long product, String attribute, int most) {
        List<Node> values = new ArrayList<>();
        try (ResourceIterable<Relationship> has =
                NodeIds.node(transaction, product).getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
            for (Relationship edge : has) {
                Node value = edge.getEndNode();
                if (attribute.equals(value.getProperty("key", ""))) {
                    values.add(value);
                }
            }
        }
        List<Long> sharing = bestSelling(values, MOST_MEMBERS);
        return sharing.subList(0, Math.min(most, sharing.size()));
    }

    private List<Node> nodes(String key, Set<String> values) {
        List<Node> nodes = new ArrayList<>();
        for (String value : values) {
            transaction
                    .findNodes(GraphModel.ATTRIBUTE, "key", key, "value", value)
                    .forEachRemaining(nodes::add);
        }
        // What is below a category is in it; the list grows while it is read.
        for (int at = 0; at < nodes.size(); at++) {
            try (ResourceIterable<Relationship> below =
                    nodes.get(at).getRelationships(Direction.INCOMING, GraphModel.CHILD_OF)) {
                for (Relationship child : below) {
                    if (!nodes.contains(child.getStartNode())) {
                        nodes.add(child.getStartNode());
                    }
                }
            }
        }
        return nodes;
    }

    private static int size(List<Node> attributes) {
        return attributes.stream()
                .mapToInt(attribute -> attribute.getDegree(GraphModel.HAS, Direction.INCOMING))
                .sum();
    }
}
