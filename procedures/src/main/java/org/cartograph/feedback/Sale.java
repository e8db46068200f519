package org.cartograph.feedback;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A product that was bought.
 *
 * @param orderId the order, where it is known
 * @param revenue for all pieces, or null when nobody said
 * @param currency of the revenue
 */
record Sale(
        ZonedDateTime at,
        @Nullable String orderId,
        @Nullable Double revenue,
        @Nullable String currency) {
    /** Whether both can be the same sale: of one order, or nobody says of which. */
    boolean canBeOf(@Nullable Object order) {
        return orderId == null || order == null || orderId.equals(order);
    }
}
