package org.cartograph.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.CallerLocks;
import org.cartograph.graph.SingleNumber;
import org.cartograph.graph.Transactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * Sums old answers up by day and deletes them. Each transaction takes the oldest answers, adds them to their days and
 * deletes them, so that a round that is killed counts nothing twice and the next one goes on.
 */
public final class Retention {
    private static final String PROCEDURE = "cartograph.feedback.retain";
    private static final int BATCH = 200;
    private static final String OLDEST =
            "MATCH (r:Recommendation) WHERE r.at < $before RETURN r AS answer ORDER BY r.at LIMIT $most";
    private static final String REMAINING = "MATCH (r:Recommendation) WHERE r.at < $before RETURN count(r) AS number";

    private final GraphDatabaseService database;
    private final RetentionSettings settings;
    private final ZonedDateTime before;

    /** Retention in one database. */
    public Retention(GraphDatabaseService database, RetentionSettings settings, Instant now) {
        this.database = database;
        this.settings = settings;
        // By whole days, so that no day is half summed.
        this.before = now.minus(Duration.ofDays(settings.days()))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC);
    }

    /**
     * What a round did.
     *
     * @param recommendations that were summed up and deleted
     * @param remaining that are too old and were left for the next time
     */
    public record Report(long recommendations, long remaining) {}

    /**
     * Sums up what is too old.
     *
     * @param caller the calling transaction, which must not hold locks
     * @param terminationCheck throws when the caller's transaction was terminated
     */
    public Report run(Transaction caller, Runnable terminationCheck) {
        CallerLocks.refuse(caller, PROCEDURE);
        long all = 0;
        while (all < settings.limit()) {
            terminationCheck.run();
            int most = (int) Math.min(BATCH, settings.limit() - all);
            int[] done = new int[1];
            Transactions.write(database, transaction -> done[0] = sumUp(transaction, most));
            all += done[0];
            if (done[0] < most) {
                break;
            }
        }
        return new Report(all, SingleNumber.of(caller, REMAINING, Map.of("before", before)));
    }

    private int sumUp(Transaction transaction, int most) {
        List<Node> answers = new ArrayList<>();
        try (Result result = transaction.execute(OLDEST, Map.of("before", before, "most", most))) {
            while (result.hasNext()) {
                if (result.next().get("answer") instanceof Node answer) {
                    answers.add(answer);
                }
            }
        }
        if (answers.isEmpty()) {
            return 0;
        }
        answers.sort(Comparator.comparing(answer -> String.valueOf(answer.getProperty("id", ""))));
        answers.forEach(transaction::acquireWriteLock);
        DaySums sums = new DaySums();
        answers.forEach(sums::add);
        sums.write(transaction);
        answers.forEach(Retention::delete);
        return answers.size();
    }

    private static void delete(Node answer) {
        try (ResourceIterable<Relationship> all = answer.getRelationships()) {
            all.forEach(Relationship::delete);
        }
        answer.delete();
    }
}
