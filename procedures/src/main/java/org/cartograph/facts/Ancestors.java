package org.cartograph.facts;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Attributes;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * The categories above a category, each once at its lowest level, whether the shop's tree is one or has several parents
 * or a cycle.
 */
final class Ancestors {
    private final Transaction transaction;
    private final Map<Long, Map<Long, Integer>> known = new HashMap<>();

    Ancestors(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Level of each ancestor, 1 for a parent; empty for what lies in nothing. */
    Map<Long, Integer> of(long attribute) {
        return known.computeIfAbsent(attribute, this::climb);
    }

    private Map<Long, Integer> climb(long attribute) {
        Map<Long, Integer> levels = new LinkedHashMap<>();
        levels.put(attribute, 0);
        ArrayDeque<Long> open = new ArrayDeque<>();
        open.add(attribute);
        while (!open.isEmpty()) {
            long child = open.remove();
            int level = levels.getOrDefault(child, 0) + 1;
            if (level > Attributes.MOST_LEVELS) {
                break;
            }
            Node node = NodeIds.node(transaction, child);
            try (ResourceIterable<Relationship> parents =
                    node.getRelationships(Direction.OUTGOING, GraphModel.CHILD_OF)) {
                for (Relationship parent : parents) {
                    long above = NodeIds.target(parent);
                    if (levels.putIfAbsent(above, level) == null) {
                        open.add(above);
                    }
                }
            }
        }
        levels.remove(attribute);
        return levels.isEmpty() ? Map.of() : levels;
    }
}
