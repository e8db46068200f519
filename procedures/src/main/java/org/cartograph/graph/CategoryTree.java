package org.cartograph.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/** The categories that products are in, directly or by a category below; each category is looked at once. */
final class CategoryTree {
    private final Map<Long, List<Long>> above = new HashMap<>();

    /** The category of a node and all above it; a shop's categories may run in a circle. */
    List<Long> withAbove(Node category) {
        List<Long> known = above.get(NodeIds.of(category));
        if (known == null) {
            Set<Long> seen = new LinkedHashSet<>();
            climb(category, seen);
            known = List.copyOf(seen);
            above.put(NodeIds.of(category), known);
        }
        return known;
    }

    private static void climb(Node bottom, Set<Long> seen) {
        List<Node> open = new ArrayList<>(List.of(bottom));
        while (!open.isEmpty()) {
            Node next = open.remove(open.size() - 1);
            if (seen.add(NodeIds.of(next))) {
                try (ResourceIterable<Relationship> up =
                        next.getRelationships(Direction.OUTGOING, GraphModel.CHILD_OF)) {
                    up.forEach(edge -> open.add(edge.getEndNode()));
                }
            }
        }
    }
}
