package org.cartograph.feedback.learning;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * What one transaction learns: of each offer the difference between what became of it and what was learned of it before.
 *
 * <p>An offer that was seen counts {@code examination(rank)} looks, as likely as the place was looked at, so that what is
 * taken at the end of a box speaks for its product more than what is taken at the front: the posterior of a product's
 * relevance counts looks, not impressions (Lagrée, Vernade &amp; Cappé, Multiple-play bandits in the position-based model,
 * NeurIPS 2016). A refusal is one whole look more. All of it counts from the time it was seen, so that it is the same
 * whether it is learned at once or by and by.
 */
final class Lesson {
    /** How {@code learnedSeen} says whether a shopper's click was counted, too. */
    private static final long SEEN = 1;

    private static final long CLICKED = 2;

    private final Transaction transaction;
    private final LearningSettings settings;
    private final long now;
    private final Positions positions;
    private final Evidence evidence;
    private final Memories memories;
    private final Map<String, Long> seeds = new HashMap<>();

    Lesson(Transaction transaction, LearningSettings settings, ZonedDateTime now) {
        this.transaction = transaction;
        this.settings = settings;
        this.now = now.toInstant().toEpochMilli();
        this.positions = new Positions(transaction, settings.forgetting(), now);
        this.evidence = new Evidence(transaction, settings.forgetting(), now);
        this.memories = new Memories(transaction);
    }

    /** Learns from a recommendation; of how many of its offers something new. */
    int learn(Node recommendation) {
        Node shopper = shopper(recommendation);
        boolean explores = !Boolean.TRUE.equals(recommendation.getProperty("shared", false))
                && !Boolean.TRUE.equals(recommendation.getProperty("degraded", false));
        int offers = 0;
        try (ResourceIterable<Relationship> edges =
                recommendation.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            for (Relationship edge : edges) {
                Showing showing = Showing.of(edge);
                if (showing != null && learn(showing, shopper, explores)) {
                    offers++;
                }
            }
        }
        recommendation.removeLabel(GraphModel.UNLEARNED);
        return offers;
    }

    /** Who received it; null for a stranger and for one who does not want it to be remembered. */
    static @Nullable Node shopper(Node recommendation) {
        try (ResourceIterable<Relationship> edges =
                recommendation.getRelationships(Direction.INCOMING, GraphModel.RECEIVED)) {
            for (Relationship edge : edges) {
                Node shopper = edge.getStartNode();
                boolean wants = !Boolean.FALSE.equals(shopper.getProperty("consent", null));
                return wants && !shopper.hasLabel(GraphModel.LEAVING) ? shopper : null;
            }
        }
        return null;
    }

    private boolean learn(Showing showing, @Nullable Node shopper, boolean explores) {
        double weight = settings.forgetting().left(showing.seenAt().toEpochMilli(), now);
        Position position = positions.at(showing.placement(), showing.rank());
        boolean first = explores && showing.isUsuallyFirst();
        double looks = 0;
        if (!showing.has("learnedShown")) {
            position.see(weight, first);
            looks = position.examination();
        }
        if (showing.isClicked() && !showing.has("learnedClicked")) {
            position.click(weight, first);
            showing.learned("learnedClicked", true);
        }
        if (showing.has("dismissedAt") && !showing.has("learnedDismissed")) {
            looks += 1;
            showing.learned("learnedDismissed", true);
        }
        double taken = settings.credit().of(showing) - showing.number("learnedTaken", 0);
        boolean isNew = looks != 0 || taken != 0;
        if (isNew) {
            position.add(weight * looks, weight * taken);
            addEvidence(showing, weight * looks, weight * taken);
            showing.learned("learnedShown", showing.number("learnedShown", 0) + looks);
            showing.learned("learnedTaken", settings.credit().of(showing));
        }
        return remember(showing, shopper) || isNew;
    }

    private void addEvidence(Showing showing, double looks, double taken) {
        long product = NodeIds.of(showing.product());
        evidence.add(product, product, showing.placement(), looks, taken);
        String via = showing.via();
        long seed = via == null ? product : seeds.computeIfAbsent(via, this::seed);
        if (seed != product && seed >= 0) {
            evidence.add(seed, product, showing.placement(), looks, taken);
        }
    }

    private long seed(String id) {
        Node seed = transaction.findNode(GraphModel.PRODUCT, "id", id);
        return seed == null ? -1 : NodeIds.of(seed);
    }

    private boolean remember(Showing showing, @Nullable Node shopper) {
        boolean clicked = showing.isClicked() || showing.has("boughtAt");
        boolean isNew = !showing.has("learnedSeen");
        if (shopper == null || (!isNew && (!clicked || showing.number("learnedSeen", 0) == CLICKED))) {
            return false;
        }
        memories.add(shopper, showing.product(), isNew ? 1 : 0, showing.seenAt(), clicked);
        showing.learned("learnedSeen", clicked ? CLICKED : SEEN);
        return true;
    }

    /** Writes what was learned. */
    void write() {
        evidence.write();
        memories.write();
        positions.write();
    }
}
