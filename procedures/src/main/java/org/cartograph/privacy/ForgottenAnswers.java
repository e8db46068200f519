package org.cartograph.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Showed;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/**
 * Parts recommendations from the person who received them: what was shown, clicked and bought stays, for whom does not.
 *
 * <p>The id of a shared answer carries a hash of its shopper, so it is replaced; the order of a sale goes.
 */
final class ForgottenAnswers {
    private static final int ANSWERS_A_STEP = 500;

    private ForgottenAnswers() {}

    /** Parts some of them; nothing when there are none. */
    static Erased step(Node person) {
        List<Relationship> received = new ArrayList<>();
        try (ResourceIterable<Relationship> all = person.getRelationships(Direction.OUTGOING, GraphModel.RECEIVED)) {
            for (Relationship one : all) {
                if (received.size() == ANSWERS_A_STEP) {
                    break;
                }
                received.add(one);
            }
        }
        received.sort(
                Comparator.comparing(one -> String.valueOf(one.getEndNode().getProperty("id", ""))));
        received.forEach(ForgottenAnswers::part);
        return received.isEmpty() ? Erased.NOTHING : Erased.recommendations(received.size());
    }

    private static void part(Relationship received) {
        Node answer = received.getEndNode();
        received.delete();
        if (String.valueOf(answer.getProperty("id", "")).contains("~")) {
            answer.setProperty("id", Nobody.id());
        }
        try (ResourceIterable<Relationship> shown = answer.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            shown.forEach(item -> item.removeProperty(Showed.ORDER_ID));
        }
    }
}
