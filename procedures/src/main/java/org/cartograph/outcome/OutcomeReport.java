package org.cartograph.outcome;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the answers of a time and says what became of them, group by group.
 *
 * <p>Shopper after shopper and each in the order of time, so that what only a shopper's history can tell (whether they
 * had seen a product before) needs the memory of one shopper alone.
 */
public final class OutcomeReport {
    private static final String ANSWERS =
            "MATCH (r:Recommendation) WHERE r.at >= $from AND r.at < $to RETURN r AS recommendation";
    private static final long STRANGER = -1;

    private final Transaction transaction;
    private final OutcomeSettings settings;
    private final Runnable terminationCheck;
    private final Popularity popularity;
    private final Newness newness = new Newness();
    private final SortedMap<Group, Tally> tallies = new TreeMap<>();

    /**
     * A report.
     *
     * @param terminationCheck throws when the caller's transaction was terminated
     */
    public OutcomeReport(Transaction transaction, OutcomeSettings settings, Instant now, Runnable terminationCheck) {
        this.transaction = transaction;
        this.settings = settings;
        this.terminationCheck = terminationCheck;
        this.popularity = new Popularity(transaction, now);
    }

    private record Answer(long shopper, Instant at, long recommendation) {}

    /** The lines, by their groups; one of them without anything to tell apart by. */
    public List<OutcomeLine> lines() {
        if (settings.by().isEmpty()) {
            tallies.put(new Group(null, null, null, null, null), new Tally());
        }
        long before = STRANGER;
        ShopperHistory history = null;
        for (Answer answer : answers()) {
            terminationCheck.run();
            if (answer.shopper() != before) {
                history = new ShopperHistory(transaction, NodeIds.node(transaction, answer.shopper()));
                before = answer.shopper();
            }
            read(NodeIds.node(transaction, answer.recommendation()), history);
        }
        new OldDays(settings).addTo(transaction, tallies);
        List<OutcomeLine> lines = new ArrayList<>();
        tallies.forEach((group, tally) -> lines.addAll(OutcomeLine.of(settings, group, tally, popularity.sellable())));
        return lines;
    }

    /** Strangers first, whose answers tell nothing of each other. */
    private List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        Map<String, Object> range = Map.of(
                "from",
                settings.from().atZone(ZoneOffset.UTC),
                "to",
                settings.to().atZone(ZoneOffset.UTC));
        try (Result result = transaction.execute(ANSWERS, range)) {
            while (result.hasNext()) {
                if (result.next().get("recommendation") instanceof Node node) {
                    Instant at = Instants.of(node.getProperty("at", null));
                    answers.add(new Answer(shopper(node), at == null ? Instant.EPOCH : at, NodeIds.of(node)));
                }
            }
        }
        answers.sort(Comparator.comparingLong(Answer::shopper)
                .thenComparing(Answer::at)
                .thenComparingLong(Answer::recommendation));
        return answers;
    }

    private static long shopper(Node recommendation) {
        try (ResourceIterable<Relationship> received =
                recommendation.getRelationships(Direction.INCOMING, GraphModel.RECEIVED)) {
            for (Relationship edge : received) {
                return NodeIds.source(edge);
            }
        }
        return STRANGER;
    }

    private void read(Node recommendation, @Nullable ShopperHistory history) {
        Origin origin = Origin.of(recommendation);
        Set<Group> answered = new HashSet<>();
        if (!settings.looksInside()) {
            Halos.of(
                    recommendation,
                    counts -> Group.of(settings, origin, null, null)
                            .forEach(group -> counts.accept(tally(group).counts())));
            answered.addAll(Group.of(settings, origin, null, null));
        }
        try (ResourceIterable<Relationship> shown =
                recommendation.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            for (Relationship edge : shown) {
                Map<String, Object> properties = edge.getAllProperties();
                List<Group> groups =
                        Group.of(settings, origin, text(properties, Showed.PLACEMENT), text(properties, Showed.SOURCE));
                answered.addAll(groups);
                Impression impression = Impression.of(edge, properties);
                if (impression != null) {
                    add(impression, origin, groups, history);
                }
            }
        }
        answered.forEach(group -> tally(group).counts().add(Count.ANSWERS, 1));
    }

    private void add(Impression impression, Origin origin, List<Group> groups, @Nullable ShopperHistory history) {
        boolean repeated = history != null && history.repeats(impression);
        if (groups.isEmpty()) {
            return;
        }
        boolean cold = newness.isNew(impression.product(), origin.at());
        double bits = popularity.surprise(impression.product());
        groups.forEach(group -> tally(group).add(impression, cold, bits));
        if (history != null) {
            Meeting meeting = new Meeting(repeated, unexpected(impression, history), spentLater(impression, history));
            groups.forEach(group -> tally(group).add(impression, meeting));
        }
    }

    private boolean unexpected(Impression impression, ShopperHistory history) {
        Instant clickedAt = impression.clickedAt();
        return clickedAt != null
                && !popularity.isBestseller(impression.product())
                && !history.knewCategoryOf(impression.product(), clickedAt);
    }

    private static double spentLater(Impression impression, ShopperHistory history) {
        Instant boughtAt = impression.boughtAt();
        return boughtAt == null ? 0 : history.spentAfter(boughtAt, impression.orderId(), impression.currency());
    }

    private Tally tally(Group group) {
        return tallies.computeIfAbsent(group, first -> new Tally());
    }

    static @Nullable String text(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof String text && !text.isEmpty() ? text : null;
    }
}
