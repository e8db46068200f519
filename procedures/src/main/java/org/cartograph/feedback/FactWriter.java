package org.cartograph.feedback;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.ConstraintViolationException;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Writes what a shopper did as relationships of theirs; each method says whether that was new. */
final class FactWriter {
    private static final String EVENT_ID = "eventId";
    private static final String AT = "at";
    private static final String SEARCHES = "UNWIND $texts AS text MERGE (:Search {text: text})";

    private final Transaction transaction;
    private final Map<String, Node> searches = new HashMap<>();

    FactWriter(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Makes the nodes of texts that are searched for, in their order. */
    void searchable(SortedSet<String> texts) {
        if (!texts.isEmpty()) {
            transaction.execute(SEARCHES, Map.of("texts", List.copyOf(texts))).close();
        }
    }

    boolean searched(Node shopper, Event event, String text) {
        Node search = searches.computeIfAbsent(text, absent -> transaction.findNode(GraphModel.SEARCH, "text", absent));
        return each(shopper, search, GraphModel.SEARCHED, event).isPresent();
    }

    boolean viewed(Node shopper, Node product, Event event) {
        Optional<Relationship> viewed = each(shopper, product, GraphModel.VIEWED, event);
        if (event.sessionId() != null) {
            viewed.ifPresent(view -> view.setProperty("visitId", event.sessionId()));
        }
        return viewed.isPresent();
    }

    /** Writes what counts each time it happens, unless an event of that id was written before. */
    Optional<Relationship> each(Node shopper, Node target, RelationshipType type, Event event) {
        String id = event.eventId();
        if (id != null && isWritten(type, id)) {
            return Optional.empty();
        }
        Relationship fact = shopper.createRelationshipTo(target, type);
        if (id != null && !named(fact, id)) {
            return Optional.empty();
        }
        fact.setProperty(AT, event.at());
        return Optional.of(fact);
    }

    private boolean isWritten(RelationshipType type, String id) {
        try (ResourceIterator<Relationship> found = transaction.findRelationships(type, EVENT_ID, id)) {
            return found.hasNext();
        }
    }

    /** Another writer may have written an event of that id, though of another shopper, since we looked. */
    private static boolean named(Relationship fact, String id) {
        try {
            fact.setProperty(EVENT_ID, id);
            return true;
        } catch (ConstraintViolationException writtenMeanwhile) {
            fact.delete();
            return false;
        }
    }

    /** Writes what is so or is not: once, with its earliest time. */
    boolean once(Node shopper, Node product, RelationshipType type, ZonedDateTime at) {
        Relationship before = between(shopper, product, type, null);
        if (before == null) {
            shopper.createRelationshipTo(product, type).setProperty(AT, at);
            return true;
        }
        earliest(before, at);
        return false;
    }

    private static void earliest(Relationship fact, ZonedDateTime at) {
        Instant known = Instants.of(fact.getProperty(AT, null));
        if (known != null && at.toInstant().isBefore(known)) {
            fact.setProperty(AT, at);
        }
    }

    /** The newest rating counts, of two at the same time the better: the rule of import. */
    boolean rated(Node shopper, Node product, double stars, ZonedDateTime at) {
        Relationship before = between(shopper, product, GraphModel.RATED, null);
        if (before != null) {
            Instant known = Instants.of(before.getProperty(AT, null));
            int later = known == null ? 1 : at.toInstant().compareTo(known);
            boolean better = before.getProperty("stars", null) instanceof Number given && given.doubleValue() < stars;
            if (later < 0 || (later == 0 && !better)) {
                return false;
            }
        }
        Relationship rated = before == null ? shopper.createRelationshipTo(product, GraphModel.RATED) : before;
        rated.setProperty("stars", stars);
        rated.setProperty(AT, at);
        return true;
    }

    /** Notes that a line of an order came back; the product's rows are due then, as after a returned order of import. */
    boolean returned(Relationship line, String order, ZonedDateTime at, ZonedDateTime now) {
        Node product = line.getEndNode();
        Relationship before = between(line.getStartNode(), product, GraphModel.RETURNED, order);
        if (before != null) {
            earliest(before, at);
            return false;
        }
        Relationship returned = line.getStartNode().createRelationshipTo(product, GraphModel.RETURNED);
        returned.setProperty("orderId", order);
        returned.setProperty(AT, at);
        product.setProperty("changedAt", now);
        return true;
    }

    private static @Nullable Relationship between(
            Node shopper, Node product, RelationshipType type, @Nullable String order) {
        try (ResourceIterable<Relationship> all = shopper.getRelationships(Direction.OUTGOING, type)) {
            for (Relationship edge : all) {
                if (edge.getEndNode().equals(product)
                        && (order == null || order.equals(edge.getProperty("orderId", null)))) {
                    return edge;
                }
            }
        }
        return null;
    }
}
