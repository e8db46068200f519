package org.cartograph.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.experiment.GuestOrders;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/**
 * Moves a visitor's relationships to the customer, and joins those of which there is one for each pair.
 *
 * <p>Of SEEN the times are added up and the later one counts; of two ratings the newer; of everything else the earlier:
 * the variant that an experiment showed first is the one that it goes on showing.
 */
final class JoinedFacts {
    private static final Set<String> ONE_FOR_EACH_PAIR = Set.of(
            GraphModel.SEEN.name(),
            GraphModel.RATED.name(),
            GraphModel.DISMISSED.name(),
            GraphModel.OWNS.name(),
            GraphModel.PREFERS.name(),
            GraphModel.RECEIVED.name(),
            GraphModel.EXPOSED.name());

    private final Node visitor;
    private final Node customer;
    private final Map<String, Map<Node, Relationship>> known = new HashMap<>();
    private long moved;
    private long joined;

    JoinedFacts(Node visitor, Node customer) {
        this.visitor = visitor;
        this.customer = customer;
    }

    long moved() {
        return moved;
    }

    long joined() {
        return joined;
    }

    void take(Relationship one) {
        Node other = one.getOtherNode(visitor);
        Relationship same = isOneForEachPair(one) ? known(one).get(other) : null;
        if (same != null) {
            join(same, one);
            joined++;
            return;
        }
        boolean outgoing = one.getStartNode().equals(visitor);
        Map<String, Object> properties = one.getAllProperties();
        // First, because an event's id may stand on one relationship only.
        one.delete();
        Relationship copy = outgoing
                ? customer.createRelationshipTo(other.equals(visitor) ? customer : other, one.getType())
                : other.createRelationshipTo(customer, one.getType());
        properties.forEach(copy::setProperty);
        moved++;
    }

    /** An experiment on visits has met one person in many of them. */
    private static boolean isOneForEachPair(Relationship one) {
        return ONE_FOR_EACH_PAIR.contains(one.getType().name())
                && !(one.isType(GraphModel.EXPOSED)
                        && "session".equals(one.getEndNode().getProperty("unit", null)));
    }

    private Map<Node, Relationship> known(Relationship like) {
        return known.computeIfAbsent(like.getType().name(), type -> {
            Map<Node, Relationship> byEnd = new HashMap<>();
            try (ResourceIterable<Relationship> all = customer.getRelationships(Direction.OUTGOING, like.getType())) {
                all.forEach(one -> byEnd.put(one.getEndNode(), one));
            }
            return byEnd;
        });
    }

    private static void join(Relationship kept, Relationship gone) {
        if (kept.isType(GraphModel.SEEN)) {
            joinSeen(kept, gone);
        } else if (kept.isType(GraphModel.EXPOSED)) {
            joinExposed(kept, gone);
        } else if (kept.isType(GraphModel.RATED) ? isLater(gone, kept, "at") : isLater(kept, gone, "at")) {
            replace(kept, gone);
        }
        gone.delete();
    }

    private static void joinExposed(Relationship kept, Relationship gone) {
        GuestOrders.unite(kept, gone);
        if (isLater(kept, gone, "at")) {
            GuestOrders.unite(gone, kept);
            replace(kept, gone);
        }
    }

    private static void joinSeen(Relationship kept, Relationship gone) {
        kept.setProperty("times", number(kept) + number(gone));
        if (isLater(gone, kept, "lastAt")) {
            kept.setProperty("lastAt", gone.getProperty("lastAt"));
        }
        if (Boolean.TRUE.equals(gone.getProperty("clicked", null))) {
            kept.setProperty("clicked", true);
        }
    }

    private static void replace(Relationship kept, Relationship by) {
        List<String> before = new ArrayList<>();
        kept.getPropertyKeys().forEach(before::add);
        before.forEach(kept::removeProperty);
        by.getAllProperties().forEach(kept::setProperty);
    }

    private static boolean isLater(Relationship one, Relationship other, String key) {
        Instant at = Instants.of(one.getProperty(key, null));
        Instant than = Instants.of(other.getProperty(key, null));
        return at != null && than != null && at.isAfter(than);
    }

    private static long number(Relationship seen) {
        Object times = seen.getProperty("times", 1L);
        return times instanceof Number number ? number.longValue() : 1;
    }
}
