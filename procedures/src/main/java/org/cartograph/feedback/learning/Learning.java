package org.cartograph.feedback.learning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.cartograph.graph.CallerLocks;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.OffersByProduct;
import org.cartograph.graph.SingleNumber;
import org.cartograph.graph.Transactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Learns from what became of recommendations since the last time.
 *
 * <p>Each transaction takes some recommendations with the label Unlearned, folds what is new into the graph, notes on each
 * offer what was learned of it and takes the label away; so a round that is killed loses and repeats nothing. One
 * node is locked before anything is read, so that of two who learn at once, each sees what the other left.
 */
public final class Learning {
    private static final String PROCEDURE = "cartograph.feedback.learn";
    /** A page that is being clicked waits no longer than this takes. */
    private static final int BATCH = 50;

    private static final long LONGEST_REST_NANOS = 200_000_000;

    private static final String STATE = "MERGE (state:Learning {id: 'outcomes'}) RETURN state";

    private final GraphDatabaseService database;
    private final LearningSettings settings;

    /** Learning in one database. */
    public Learning(GraphDatabaseService database, LearningSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * What a round did.
     *
     * @param recommendations from which it learned
     * @param outcomes offers of which something was new
     * @param remaining recommendations that it left for the next time
     */
    public record Report(long recommendations, long outcomes, long remaining) {
        private Report and(Report other) {
            return new Report(recommendations + other.recommendations, outcomes + other.outcomes, other.remaining);
        }
    }

    /**
     * Learns what there is to learn, {@code limit} recommendations at most.
     *
     * @param caller the calling transaction, which must not hold locks
     * @param terminationCheck throws when the caller's transaction was terminated
     */
    public Report run(Transaction caller, Runnable terminationCheck) {
        CallerLocks.refuse(caller, PROCEDURE);
        refuseWithoutIndex();
        Report all = new Report(0, 0, 0);
        while (all.recommendations() < settings.limit()) {
            terminationCheck.run();
            int most = (int) Math.min(BATCH, settings.limit() - all.recommendations());
            long began = System.nanoTime();
            List<Report> done = new ArrayList<>(1);
            Transactions.write(database, transaction -> {
                done.clear();
                done.add(learn(transaction, most));
            });
            all = all.and(done.get(0));
            if (all.remaining() == 0) {
                break;
            }
            rest(System.nanoTime() - began);
        }
        return all;
    }

    /** As long as the work took: while thousands of events come in a second, those who report them go first. */
    private static void rest(long nanos) {
        LockSupport.parkNanos(Math.min(nanos, LONGEST_REST_NANOS));
    }

    private void refuseWithoutIndex() {
        try (Transaction transaction = database.beginTx()) {
            if (!OffersByProduct.isThere(transaction)) {
                throw new IllegalStateException("`" + PROCEDURE
                        + "` needs the index `offered_product`; make it with CALL " + "cartograph.schema.install().");
            }
        }
    }

    private Report learn(Transaction transaction, int most) {
        List<Node> recommendations = recommendations(transaction, 1);
        if (recommendations.isEmpty()) {
            return new Report(0, 0, 0);
        }
        Node state = state(transaction);
        transaction.acquireWriteLock(state);
        recommendations = recommendations(transaction, most);
        lock(transaction, recommendations.stream().map(Lesson::shopper).filter(Objects::nonNull));
        lock(transaction, recommendations.stream());
        ZonedDateTime now = Instant.now().atZone(ZoneOffset.UTC);
        Lesson lesson = new Lesson(transaction, settings, now);
        int outcomes = 0;
        for (Node recommendation : recommendations) {
            outcomes += lesson.learn(recommendation);
        }
        lesson.write();
        state.setProperty("halfLifeDays", settings.forgetting().halfLifeDays());
        state.setProperty("learnedAt", now);
        return new Report(
                recommendations.size(),
                outcomes,
                SingleNumber.of(transaction, "MATCH (r:Unlearned) RETURN count(r) AS number", Map.of()));
    }

    private static Node state(Transaction transaction) {
        try (var result = transaction.execute(STATE)) {
            return (Node) Objects.requireNonNull(result.next().get("state"));
        }
    }

    private static List<Node> recommendations(Transaction transaction, int most) {
        List<Node> recommendations = new ArrayList<>();
        try (ResourceIterator<Node> nodes = transaction.findNodes(GraphModel.UNLEARNED)) {
            while (nodes.hasNext() && recommendations.size() < most) {
                recommendations.add(nodes.next());
            }
        }
        return recommendations;
    }

    /** In the order of whoever writes outcomes: shoppers, then recommendations, then products. */
    private static void lock(Transaction transaction, Stream<Node> nodes) {
        nodes.distinct()
                .sorted(Comparator.comparing(node -> String.valueOf(node.getProperty("id", ""))))
                .forEach(transaction::acquireWriteLock);
    }
}
