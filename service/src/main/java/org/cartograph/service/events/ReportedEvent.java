package org.cartograph.service.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.writing.Check;
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

    private static final int LONGEST_QUERY = 1_000;

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
        put(parameter, "eventId", Check.optionalId("eventId", eventId));
        put(parameter, "type", ownName(Check.id("type", type)));
        put(parameter, "at", at == null ? null : Check.time("at", at).toZonedDateTime());
        put(parameter, "placement", Check.optionalId("placement", placement));
        put(parameter, "productId", Check.optionalId("productId", productId));
        put(parameter, "customerId", Check.optionalId("customerId", customerId));
        put(parameter, "visitorId", Check.optionalId("visitorId", visitorId));
        put(parameter, "sessionId", Check.optionalId("sessionId", sessionId));
        put(parameter, "orderId", Check.optionalId("orderId", orderId));
        put(parameter, "value", finite(value));
        put(parameter, "currency", Check.optionalId("currency", currency));
        put(parameter, "query", Check.optionalText("query", LONGEST_QUERY, query));
        return parameter;
    }

    private static void put(Map<String, Object> parameter, String field, @Nullable Object value) {
        if (value != null) {
            parameter.put(field, value);
        }
    }

    private static String ownName(String type) {
        return GA4.getOrDefault(type, type);
    }

    private static @Nullable Double finite(@Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            throw new InvalidRequest("`value` must be a number, but was larger than any.");
        }
        return value;
    }
}
