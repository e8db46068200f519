package org.cartograph.outcome;

import java.time.Instant;
import java.util.Map;
import org.cartograph.graph.Instants;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * A product that a shopper had before their eyes, and what became of it.
 *
 * @param rank its slot in the box, from 1
 * @param clickedAt null when it was not clicked
 * @param boughtAt null when it was not bought
 * @param revenue what it was sold for; null when it was not, or nobody said
 * @param refunded what of that was paid back, or null
 * @param currency of both; empty when unknown
 */
record Impression(
        Node product,
        long rank,
        Instant seenAt,
        @Nullable Instant clickedAt,
        boolean added,
        boolean dismissed,
        @Nullable Instant boughtAt,
        boolean returned,
        @Nullable Double revenue,
        @Nullable Double refunded,
        @Nullable String orderId,
        String currency) {

    /** Reads one; null when the product was offered, but never seen. */
    static @Nullable Impression of(Relationship shown, Map<String, Object> properties) {
        Instant seenAt = Instants.of(properties.get(Showed.SEEN_AT));
        if (seenAt == null) {
            return null;
        }
        return new Impression(
                shown.getEndNode(),
                properties.get(Showed.RANK) instanceof Number rank ? rank.longValue() : 0,
                seenAt,
                Instants.of(properties.get(Showed.CLICKED_AT)),
                properties.containsKey(Showed.ADDED_AT),
                properties.containsKey(Showed.DISMISSED_AT),
                Instants.of(properties.get(Showed.BOUGHT_AT)),
                properties.containsKey(Showed.RETURNED_AT),
                number(properties.get(Showed.REVENUE)),
                number(properties.get(Showed.REFUNDED)),
                properties.get(Showed.ORDER_ID) instanceof String order ? order : null,
                properties.get(Showed.CURRENCY) instanceof String currency ? currency : "");
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    boolean clicked() {
        return clickedAt != null;
    }

    boolean bought() {
        return boughtAt != null;
    }

    /** What it earned after what was paid back; null when nobody said. */
    @Nullable
    Double earned() {
        return revenue == null ? null : Double.valueOf(revenue - (refunded == null ? 0 : refunded));
    }
}
