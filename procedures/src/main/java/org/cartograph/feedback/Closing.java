package org.cartograph.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cartograph.graph.CallerLocks;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.Showed;
import org.cartograph.graph.Transactions;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Closes recommendations that no purchase can count for any more, a day after their last touch's window ended.
 *
 * <p>Orders that a service wrote are attributed as they come; those that came by file are attributed here, once, because
 * a file is a day late. Each transaction closes some recommendations, so that a round that is killed loses nothing.
 */
public final class Closing {
    private static final String PROCEDURE = "cartograph.feedback.close";
    private static final Duration A_FILE_IS_LATE = Duration.ofDays(1);
    private static final int BATCH = 100;

    private final GraphDatabaseService database;
    private final FeedbackSettings settings;
    private final Instant now;

    /** A closing in one database. */
    public Closing(GraphDatabaseService database, FeedbackSettings settings, Instant now) {
        this.database = database;
        this.settings = settings;
        this.now = now;
    }

    /**
     * What a round did.
     *
     * @param closed recommendations
     * @param attributed lines of their shoppers' orders that count for a recommendation
     * @param remaining recommendations that are due and were left for the next time
     */
    public record Report(long closed, long attributed, long remaining) {}

    /**
     * Closes what is due.
     *
     * @param caller the calling transaction, which must not hold locks
     * @param limit recommendations at most
     * @param terminationCheck throws when the caller's transaction was terminated
     */
    public Report run(Transaction caller, int limit, Runnable terminationCheck) {
        CallerLocks.refuse(caller, PROCEDURE);
        List<Long> due = due(caller);
        List<Long> taken = due.subList(0, Math.min(limit, due.size()));
        long[] attributed = new long[1];
        for (int from = 0; from < taken.size(); from += BATCH) {
            terminationCheck.run();
            List<Long> some = taken.subList(from, Math.min(from + BATCH, taken.size()));
            long[] batch = new long[1];
            Transactions.write(database, transaction -> batch[0] = close(transaction, some));
            attributed[0] += batch[0];
        }
        return new Report(taken.size(), attributed[0], due.size() - taken.size());
    }

    private List<Long> due(Transaction transaction) {
        try (ResourceIterator<Node> open = transaction.findNodes(GraphModel.OPEN)) {
            return open.stream().filter(this::isDue).map(NodeIds::of).toList();
        }
    }

    private boolean isDue(Node recommendation) {
        Instant at = Instants.of(recommendation.getProperty("at", null));
        Instant latest = now.minus(window(recommendation)).minus(A_FILE_IS_LATE);
        return at == null
                || (at.isBefore(latest) && lastTouch(recommendation, at).isBefore(latest));
    }

    private Duration window(Node recommendation) {
        return settings.window(String.valueOf(recommendation.getProperty("context", "")));
    }

    private static Instant lastTouch(Node recommendation, Instant at) {
        Instant last = at;
        try (ResourceIterable<Relationship> shown =
                recommendation.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            for (Relationship edge : shown) {
                for (Object moment : edge.getProperties(Showed.SEEN_AT, Showed.CLICKED_AT, Showed.ADDED_AT)
                        .values()) {
                    Instant touched = Instants.of(moment);
                    last = touched != null && touched.isAfter(last) ? touched : last;
                }
            }
        }
        return last;
    }

    private long close(Transaction transaction, List<Long> ids) {
        Map<String, SortedSet<String>> orders = new HashMap<>();
        List<Node> closing = new ArrayList<>();
        for (long id : ids) {
            Node recommendation = open(transaction, id);
            if (recommendation != null) {
                closing.add(recommendation);
                orders(recommendation, orders);
            }
        }
        OrderAttribution attribution = new OrderAttribution(transaction, settings);
        long attributed = 0;
        for (String shopper : new TreeSet<>(orders.keySet())) {
            for (String order : orders.getOrDefault(shopper, new TreeSet<>())) {
                attributed += attribution.attribute(order, shopper, null).attributed();
            }
        }
        closing.sort(Comparator.comparing(node -> String.valueOf(node.getProperty("id", ""))));
        closing.forEach(recommendation -> recommendation.removeLabel(GraphModel.OPEN));
        return attributed;
    }

    private static @Nullable Node open(Transaction transaction, long id) {
        try {
            Node node = NodeIds.node(transaction, id);
            return node.hasLabel(GraphModel.OPEN) ? node : null;
        } catch (NotFoundException deletedMeanwhile) {
            return null;
        }
    }

    /** The orders of its shopper that may count for it. */
    private void orders(Node recommendation, Map<String, SortedSet<String>> orders) {
        Instant at = Instants.of(recommendation.getProperty("at", null));
        if (at == null) {
            return;
        }
        Instant first = at.minus(settings.clockSkew());
        Instant last = lastTouch(recommendation, at).plus(window(recommendation));
        try (ResourceIterable<Relationship> received =
                recommendation.getRelationships(Direction.INCOMING, GraphModel.RECEIVED)) {
            for (Relationship edge : received) {
                Node shopper = edge.getStartNode();
                String id = String.valueOf(shopper.getProperty("id", ""));
                OrderLines.between(shopper, first, last)
                        .forEach(order -> orders.computeIfAbsent(id, key -> new TreeSet<>())
                                .add(order));
            }
        }
    }
}
