package org.cartograph.service.events;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * Something a shopper did, as the page reports it. What each type needs, the plugin says.
 *
 * @param eventId          the caller's own key, at most 64 characters: an event sent again changes nothing
 * @param type             impression, view, click, add_to_cart, remove_from_cart, search, purchase, refund, dismiss, rating or
 *                         owns, or a name of GA4's for one of them
 * @param at               when, with its offset from UTC; now when null
 * @param recommendationId the token of the answer it speaks of
 * @param placement        the box, where the product was in several
 * @param sessionId        the visit
 * @param value            money of a purchase or refund, stars of a rating
 * @param currency         of the value
 * @param query            the text that was searched for
 */
record ReportedEvent(
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String at,
        @Nullable String recommendationId,
        @Nullable String placement,
        @Nullable String productId,
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable String sessionId,
        @Nullable String orderId,
        @Nullable Double value,
        @Nullable String currency,
        @Nullable String query) {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_QUERY = 1_000;
    private static final int FIRST_YEAR = 1970;

    /** What Google Analytics 4 calls it, where that is another name. */
    private static final Map<String, String> GA4 =
            Map.of("view_item_list", "impression", "select_item", "click", "view_item", "view");

    /**
     * This event as the plugin reads it, without {@code recommendationId}.
     *
     * @throws InvalidRequest when a field cannot be right, whatever the type
     */
    Map<String, Object> asParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        text(parameter, "eventId", eventId, LONGEST_ID);
        text(parameter, "type", ownType(), LONGEST_ID);
        if (at != null) {
            parameter.put("at", time(at));
        }
        text(parameter, "placement", placement, LONGEST_ID);
        text(parameter, "productId", productId, LONGEST_ID);
        text(parameter, "customerId", customerId, LONGEST_ID);
        text(parameter, "visitorId", visitorId, LONGEST_ID);
        text(parameter, "sessionId", sessionId, LONGEST_ID);
        text(parameter, "orderId", orderId, LONGEST_ID);
        if (value != null) {
            parameter.put("value", finite(value));
        }
        text(parameter, "currency", currency, LONGEST_ID);
        text(parameter, "query", query, LONGEST_QUERY);
        return parameter;
    }

    private String ownType() {
        if (type == null) {
            throw new InvalidRequest("`type` must be given, but was missing.");
        }
        return GA4.getOrDefault(type, type);
    }

    private static void text(Map<String, Object> parameter, String field, @Nullable String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            throw new InvalidRequest("`%s` must be given, but was blank.".formatted(field));
        }
        if (text.length() > longest) {
            throw new InvalidRequest(
                    "`%s` must be at most %,d characters long, but was %,d.".formatted(field, longest, text.length()));
        }
        parameter.put(field, text);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidRequest("`value` must be a number, but was larger than any.");
        }
        return value;
    }

    private static ZonedDateTime time(String text) {
        try {
            ZonedDateTime time = OffsetDateTime.parse(text).toZonedDateTime();
            if (time.getYear() < FIRST_YEAR) {
                throw new InvalidRequest(
                        "`at` must not be before %d, but was \"%s\".".formatted(FIRST_YEAR, shortened(text)));
            }
            return time;
        } catch (DateTimeException noTime) {
            throw new InvalidRequest(
                    "`at` must be a time with its offset, such as \"2026-03-01T08:00:00Z\", but was \"%s\"."
                            .formatted(shortened(text)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID) + "…";
    }
}
