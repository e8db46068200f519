package org.cartograph.feedback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Instants;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper did, as it was sent.
 *
 * @param at never in the future
 * @param value stars of a rating; otherwise money in {@code currency}, for all pieces
 * @param query what was searched for, in lower case
 */
record Event(
        EventType type,
        ZonedDateTime at,
        @Nullable String eventId,
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable String sessionId,
        @Nullable String productId,
        @Nullable String placement,
        @Nullable Double value,
        @Nullable String currency,
        @Nullable String orderId,
        @Nullable String query,
        @Nullable String recommendationId) {

    private static final Set<String> KEYS = Set.of(
            "eventId",
            "type",
            "at",
            "customerId",
            "visitorId",
            "sessionId",
            "productId",
            "placement",
            "value",
            "currency",
            "orderId",
            "query",
            "recommendationId");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_EVENT_ID = 200;
    private static final int LONGEST_QUERY = 100;
    private static final int MOST_STARS = 5;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static Event of(@Nullable Map<String, Object> sent, FeedbackSettings settings, Instant now) {
        Settings keys = Settings.of(sent, KEYS);
        EventType type = EventType.of(keys);
        return new Event(
                type,
                at(keys, settings, now),
                id(keys, "eventId", LONGEST_EVENT_ID),
                id(keys, "customerId", LONGEST_ID),
                id(keys, "visitorId", LONGEST_ID),
                id(keys, "sessionId", LONGEST_EVENT_ID),
                id(keys, "productId", LONGEST_ID),
                id(keys, "placement", LONGEST_ID),
                type == EventType.RATING && keys.has("value")
                        ? Double.valueOf(keys.decimal("value", 0, 0, MOST_STARS))
                        : keys.amount("value"),
                id(keys, "currency", LONGEST_ID),
                id(keys, "orderId", LONGEST_ID),
                query(keys),
                id(keys, "recommendationId", Integer.MAX_VALUE));
    }

    private static ZonedDateTime at(Settings keys, FeedbackSettings settings, Instant now) {
        if (!keys.has("at")) {
            return now.atZone(ZoneOffset.UTC);
        }
        Instant at = Instants.of(keys.value("at"));
        if (at == null) {
            throw keys.refusal("at", "a date and time", keys.value("at"));
        }
        if (at.isAfter(now.plus(settings.clockSkew()))) {
            throw new IllegalArgumentException("`at` must not be in the future, but was " + at + ", which is more than "
                    + settings.clockSkew().toSeconds() + " seconds after now.");
        }
        return (at.isAfter(now) ? now : at).atZone(ZoneOffset.UTC);
    }

    private static @Nullable String id(Settings keys, String key, int longest) {
        String text = keys.text(key);
        if (text != null && (text.isBlank() || text.length() > longest)) {
            throw keys.refusal(key, "a text of 1 to " + longest + " characters", text);
        }
        return text;
    }

    private static @Nullable String query(Settings keys) {
        String text = keys.text("query");
        if (text == null) {
            return null;
        }
        String plain = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            throw keys.refusal("query", "a text that is not blank", text);
        }
        return plain.length() <= LONGEST_QUERY ? plain : plain.substring(0, LONGEST_QUERY);
    }

    /** What must stand beside the type. */
    Event complete() {
        if (type.needsProduct()) {
            need("productId", productId);
        }
        if (type.needsRecommendation()) {
            need("recommendationId", recommendationId);
        }
        if (type.needsEventId() && (type != EventType.ADD_TO_CART || recommendationId == null)) {
            need("eventId", eventId);
        }
        switch (type) {
            case SEARCH -> need("query", query);
            case RATING -> need("value", value);
            case REFUND -> need("orderId", orderId);
            default -> {}
        }
        return this;
    }

    private void need(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "`" + key + "` must be given with type '" + type.word() + "', but was missing.");
        }
    }
}
