package org.cartograph.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartograph.experiment.GuestOrders;
import org.cartograph.feedback.Closing;
import org.cartograph.feedback.ClosingSettings;
import org.cartograph.feedback.FeedbackSettings;
import org.cartograph.feedback.OrderAttribution;
import org.cartograph.feedback.OrderReference;
import org.cartograph.feedback.Recording;
import org.cartograph.feedback.Verdict;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** What became of recommendations: {@code cartograph.feedback.*}. */
public final class FeedbackProcedures {
    private static final String CONFIG =
            "sessionMinutes (how long after a click, or after being seen, a purchase counts; 30), "
                    + "emailHours (the same in contexts email and abandoned-cart; 24), clockSkewSeconds (how far clocks may "
                    + "differ; 300), lifeDays (how long after an answer its events may come; 30)";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

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

    /** Counts orders for what was recommended. */
    @Procedure(name = "cartograph.feedback.attribute", mode = Mode.WRITE)
    @Description("Counts the lines of orders that were just written, replaced or cancelled for what was recommended to "
            + "their customers: for the last click before them, else for what was seen last. Safe to repeat.")
    public Stream<CreditRow> attribute(
            @Name(
                            value = "orders",
                            description =
                                    "Maps with orderId, customerId (left out for a guest) and visitorId (the browser "
                                            + "that the customer used)")
                    List<Map<String, Object>> orders,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        FeedbackSettings settings = FeedbackSettings.of(config);
        List<OrderReference> references =
                orders.stream().map(OrderReference::of).toList();
        OrderAttribution attribution = new OrderAttribution(transaction, settings);
        GuestOrders guests = new GuestOrders(transaction);
        references.forEach(order -> guests.note(order.orderId(), order.customerId(), order.visitorId()));
        return references.stream()
                .map(order -> attribution.attribute(order.orderId(), order.customerId(), order.visitorId()))
                .map(CreditRow::of);
    }

    /** Closes what no purchase can count for any more. */
    @Procedure(name = "cartograph.feedback.close", mode = Mode.WRITE)
    @Description("Attributes what came by file and closes recommendations a day after the last purchase could count "
            + "for them. Call it every few minutes, in a transaction of its own.")
    public Stream<CloseRow> close(
            @Name(
                            value = "config",
                            defaultValue = "{}",
                            description = CONFIG + ", limit (recommendations at most; 10000)")
                    Map<String, Object> config) {
        ClosingSettings settings = ClosingSettings.of(config);
        Closing closing = new Closing(database, settings.feedback(), Instant.now());
        return Stream.of(CloseRow.of(closing.run(transaction, settings.limit(), guard::check)));
    }

    /** What an order counts for. */
    public record CreditRow(
            @Description("The order") String orderId,

            @Description("Lines that count for a recommendation")
            long attributed,

            @Description("Revenue of these lines in the order's currency; null when no price is known") @Nullable
            Double revenue,

            @Description(
                    "Revenue of the order's other lines, where a recommendation was clicked before; null when none was")
            @Nullable
            Double halo) {
        static CreditRow of(OrderAttribution.Credited credited) {
            return new CreditRow(credited.orderId(), credited.attributed(), credited.revenue(), credited.halo());
        }
    }

    /** What a round of closing did. */
    public record CloseRow(
            @Description("Recommendations that were closed") long closed,

            @Description("Lines of their shoppers' orders that count for a recommendation")
            long attributed,

            @Description("Recommendations that are due and were left for the next time")
            long remaining) {
        static CloseRow of(Closing.Report report) {
            return new CloseRow(report.closed(), report.attributed(), report.remaining());
        }
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
