package org.cartograph.feedback;

import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be attributed.
 *
 * @param customerId null for a guest
 * @param visitorId the browser that the customer used, or null
 */
public record OrderReference(
        String orderId,
        @Nullable String customerId,
        @Nullable String visitorId) {
    private static final Set<String> KEYS = Set.of("orderId", "customerId", "visitorId");

    /** Reads one. */
    public static OrderReference of(@Nullable Map<String, Object> sent) {
        Settings keys = Settings.of(sent, KEYS);
        String orderId = keys.text("orderId");
        if (orderId == null || orderId.isEmpty()) {
            throw keys.refusal("orderId", "a text", orderId);
        }
        return new OrderReference(orderId, keys.text("customerId"), keys.text("visitorId"));
    }
}
