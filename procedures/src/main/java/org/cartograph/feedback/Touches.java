package org.cartograph.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/** The recommended products that a shopper met before a purchase. */
final class Touches {
    private static final String[] MOMENTS = {Showed.SEEN_AT, Showed.CLICKED_AT, Showed.ADDED_AT};

    private final FeedbackSettings settings;
    private final Instant purchase;
    private final List<Touch> touches = new ArrayList<>();

    /** Reads what these shoppers, who are one person, received so lately that it can still count at {@code purchase}. */
    Touches(FeedbackSettings settings, Collection<Node> shoppers, Instant purchase) {
        this.settings = settings;
        this.purchase = purchase;
        shoppers.forEach(this::read);
    }

    private void read(Node shopper) {
        Instant earliest = purchase.minus(settings.longestWindow()).minus(settings.life());
        Instant latest = purchase.plus(settings.clockSkew());
        try (ResourceIterable<Relationship> received =
                shopper.getRelationships(Direction.OUTGOING, GraphModel.RECEIVED)) {
            for (Relationship edge : received) {
                Node recommendation = edge.getEndNode();
                Instant at = Instants.of(recommendation.getProperty("at", null));
                if (at != null && !at.isBefore(earliest) && !at.isAfter(latest)) {
                    shown(recommendation);
                }
            }
        }
    }

    private void shown(Node recommendation) {
        String id = String.valueOf(recommendation.getProperty("id", ""));
        String context = String.valueOf(recommendation.getProperty("context", ""));
        try (ResourceIterable<Relationship> shown =
                recommendation.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            for (Relationship edge : shown) {
                Map<String, Object> moments = edge.getProperties(MOMENTS);
                Instant acted = later(moments.get(Showed.CLICKED_AT), moments.get(Showed.ADDED_AT));
                Instant at = acted == null ? Instants.of(moments.get(Showed.SEEN_AT)) : acted;
                if (at != null) {
                    touches.add(new Touch(edge, id, settings.window(context), at, acted != null));
                }
            }
        }
    }

    private static @Nullable Instant later(@Nullable Object one, @Nullable Object other) {
        Instant first = Instants.of(one);
        Instant second = Instants.of(other);
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.isAfter(second) ? first : second;
    }

    /** Where this product was met last, among those that no purchase counts for yet. */
    Optional<Relationship> last(Node product) {
        return touches.stream()
                .filter(touch -> touch.shown().getEndNode().equals(product))
                .filter(touch -> !touch.shown().hasProperty(Showed.BOUGHT_AT))
                .filter(touch -> touch.reaches(purchase, settings.clockSkew()))
                .max(Touch.LAST)
                .map(Touch::shown);
    }

    /** The recommendation that was clicked last, of whatever product. */
    Optional<Node> lastClicked() {
        return touches.stream()
                .filter(Touch::clicked)
                .filter(touch -> touch.reaches(purchase, settings.clockSkew()))
                .max(Touch.LAST)
                .map(touch -> touch.shown().getStartNode());
    }

    /** Where the same sale is noted already, by whoever told of it first: at about the same time, and not of another order. */
    Optional<Relationship> same(Node product, Sale sale) {
        return touches.stream()
                .map(Touch::shown)
                .filter(shown -> shown.getEndNode().equals(product) && isAbout(shown, sale))
                .findFirst();
    }

    private boolean isAbout(Relationship shown, Sale sale) {
        Instant bought = Instants.of(shown.getProperty(Showed.BOUGHT_AT, null));
        return bought != null
                && !bought.isBefore(purchase.minus(settings.session()))
                && !bought.isAfter(purchase.plus(settings.session()))
                && sale.canBeOf(shown.getProperty(Showed.ORDER_ID, null));
    }
}
