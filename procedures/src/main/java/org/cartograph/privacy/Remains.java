package org.cartograph.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/**
 * Erases what is left of a person: every relationship, whatever its type and direction, and the texts that nobody else
 * has searched for, because people type their own names.
 */
final class Remains {
    private static final int RELATIONSHIPS_A_STEP = 5_000;

    private Remains() {}

    /** Erases some of it; nothing when there is none. */
    static Erased step(Node person) {
        List<Relationship> remains = new ArrayList<>();
        try (ResourceIterable<Relationship> all = person.getRelationships()) {
            for (Relationship one : all) {
                if (remains.size() == RELATIONSHIPS_A_STEP) {
                    break;
                }
                remains.add(one);
            }
        }
        Set<Node> searches = new HashSet<>();
        for (Relationship one : remains) {
            if (one.isType(GraphModel.SEARCHED)) {
                searches.add(one.getEndNode());
            }
            one.delete();
        }
        long gone = 0;
        for (Node search : searches) {
            if (search.hasLabel(GraphModel.SEARCH) && !search.hasRelationship()) {
                search.delete();
                gone++;
            }
        }
        return remains.isEmpty() ? Erased.NOTHING : Erased.relationships(remains.size(), gone);
    }
}
