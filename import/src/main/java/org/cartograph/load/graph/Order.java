package org.cartograph.load.graph;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order with all its lines.
 *
 * @param id the shop's key
 * @param customerId who ordered; null is a guest
 * @param at when it was ordered
 * @param version when it was last changed; a later version replaces the lines, the same or an earlier one changes nothing. Null is before every
 *     version: whatever comes next replaces it
 * @param status the shop's word for its state, or null; see {@link #isCancelled}
 * @param currency of the prices, or null
 * @param lines one per product: lines of the same product are summed. A cancelled order brings none into the graph
 */
public record Order(
        String id,
        @Nullable String customerId,
        OffsetDateTime at,
        @Nullable OffsetDateTime version,
        @Nullable String status,
        @Nullable String currency,
        List<Line> lines) {

    private static final Set<String> CANCELLED = Set.of(
            "canceled",
            "cancelled",
            "cancel",
            "cancellation",
            "void",
            "voided",
            "failed",
            "payment_failed",
            "declined",
            "rejected",
            "expired",
            "abandoned",
            "deleted");

    public Order {
        lines = isCancelled(status) ? List.of() : summed(lines);
    }

    /** Whether a state means that nothing was bought. */
    public static boolean isCancelled(@Nullable String status) {
        return status != null
                && CANCELLED.contains(status.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Whether nobody is named. */
    public boolean isGuest() {
        return customerId == null;
    }

    /** The id of its Customer node; a guest order has one of its own, six characters longer than the order's id. */
    public String customerKey() {
        return customerId == null ? guest(id) : customerId;
    }

    static String guest(String orderId) {
        return "guest:" + orderId;
    }

    private static List<Line> summed(Collection<Line> lines) {
        Map<String, Line> byProduct = new LinkedHashMap<>();
        lines.forEach(line -> byProduct.merge(line.productId(), line, Line::plus));
        return List.copyOf(byProduct.values());
    }
}
