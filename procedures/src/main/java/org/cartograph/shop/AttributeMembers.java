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
        Map<Long, Integer> sales = new HashMap<>();
        for (Node attribute : rarest) {
            try (ResourceIterable<Relationship> members =
                    attribute.getRelationships(Direction.INCOMING, GraphModel.HAS)) {
                for (Relationship has : members) {
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

    private List<Node> nodes(String key, Set<String> values) {
        List<Node> nodes = new ArrayList<>();
        for (String value : values) {
            transaction
                    .findNodes(GraphModel.ATTRIBUTE, "key", key, "value", value)
                    .forEachRemaining(nodes::add);
        }
        return nodes;
    }

    private static int size(List<Node> attributes) {
        return attributes.stream()
                .mapToInt(attribute -> attribute.getDegree(GraphModel.HAS, Direction.INCOMING))
                .sum();
    }
}
