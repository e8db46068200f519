package org.cartograph.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartograph.feedback.FeedbackSettings;
import org.cartograph.feedback.Recording;
import org.cartograph.feedback.Verdict;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** What became of recommendations: {@code cartograph.feedback.*}. */
public final class FeedbackProcedures {
    private static final String CONFIG =
            "sessionMinutes (how long after a click, or after being seen, a purchase counts; 30), "
                    + "emailHours (the same in contexts email and abandoned-cart; 24), clockSkewSeconds (how far clocks may "
                    + "differ; 300), lifeDays (how long after an answer its events may come; 30)";

    @Context
    public Transaction transaction;

    /** Writes events. */
    @Procedure(name = "cartograph.feedback.record", mode = Mode.WRITE)
    @Description("Writes what shoppers did, and what became of what was recommended to them. Safe to repeat: what is "
            + "there already is a duplicate. A wrong event is rejected and spoils no other.")
    public Stream<VerdictRow> record(
            @Name(
                            value = "events",
                            description =
                                    "Maps with type (impression, view, click, add_to_cart, remove_from_cart, search, purchase, refund, "
                                            + "dismiss, rating, owns), at (now), eventId, customerId, visitorId, sessionId, productId, placement, "
                                            + "value (stars or money), currency, orderId, query, recommendationId")
                    List<Map<String, Object>> events,
            @Name(
                            value = "recommendations",
                            defaultValue = "[]",
                            description =
                                    "What the events' recommendationIds stand for: maps with id, at, context, variants, "
                                            + "modelBuiltAt, shared (many browsers got it), degraded, partial (it showed more than is listed), items "
                                            + "(maps with placement, productId, rank, usualRank, score, source, via)")
                    List<Map<String, Object>> recommendations,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        FeedbackSettings settings = FeedbackSettings.of(config);
        List<Verdict> verdicts = new Recording(transaction, settings, Instant.now()).record(events, recommendations);
        return IntStream.range(0, verdicts.size()).mapToObj(index -> VerdictRow.of(index, verdicts.get(index)));
    }

    /** What became of an event. */
    public record VerdictRow(
            @Description("Place of the event in the list, from 0")
            long index,

            @Description("accepted, duplicate (nothing of it was new) or rejected")
            String status,

            @Description("Why it was rejected; null otherwise") @Nullable
            String reason) {
        static VerdictRow of(int index, Verdict verdict) {
            return new VerdictRow(index, verdict.status(), verdict.reason());
        }
    }
}
