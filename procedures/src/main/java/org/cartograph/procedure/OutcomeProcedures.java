package org.cartograph.procedure;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.outcome.OutcomeReport;
import org.cartograph.outcome.OutcomeSettings;
import org.cartograph.outcome.Retention;
import org.cartograph.outcome.RetentionSettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Whether recommending paid, and how long that is kept answer by answer. */
public final class OutcomeProcedures {
    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

    /** Says what became of recommendations. */
    @Procedure(name = "cartograph.outcomes", mode = Mode.READ)
    @Description(
            "What became of what was recommended: clicks, purchases, revenue and how good the recommendations were, "
                    + "by page, box, variant, source or day. What nobody had before their eyes does not count.")
    public Stream<OutcomeRow> outcomes(
            @Name(
                            value = "config",
                            defaultValue = "{}",
                            description =
                                    "from, to (dates or datetimes of the answers, the first included, the last not; the "
                                            + "last 30 days), by (list of context, placement, variant, source, day, currency: what "
                                            + "rows are told apart by; one row of everything), context, placement, variant "
                                            + "(experiment/variant), source, experiment (only these)")
                    Map<String, Object> config) {
        Instant now = Instant.now();
        OutcomeSettings settings = OutcomeSettings.of(config, now);
        return new OutcomeReport(transaction, settings, now, guard::check)
                .lines().stream().map(OutcomeRow::of);
    }

    /** Sums up what is too old. */
    @Procedure(name = "cartograph.feedback.retain", mode = Mode.WRITE)
    @Description(
            "Sums recommendations that are too old up by day and deletes them. Call it once a day, in a transaction "
                    + "of its own; killed in the middle it goes on the next time.")
    public Stream<RetentionRow> retain(
            @Name(
                            value = "config",
                            defaultValue = "{}",
                            description =
                                    "days (that a recommendation is kept; 400), limit (recommendations at most; 100000)")
                    Map<String, Object> config) {
        RetentionSettings settings = RetentionSettings.of(config);
        Retention.Report report = new Retention(database, settings, Instant.now()).run(transaction, guard::check);
        return Stream.of(new RetentionRow(report.recommendations(), report.remaining()));
    }

    /** What a round of retention did. */
    public record RetentionRow(
            @Description("Recommendations that were summed up by day and deleted")
            long recommendations,

            @Description("Recommendations that are too old and were left for the next time")
            long remaining) {}
}
