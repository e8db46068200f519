package org.cartograph.load.rows;

import java.time.OffsetDateTime;
import org.cartograph.load.graph.Line;
import org.jspecify.annotations.Nullable;

/**
 * One row of an order file.
 *
 * @param orderId the order it belongs to
 * @param customerId null for a guest
 * @param at when it was ordered
 * @param version when the order was last changed
 * @param status the order's or the line's state, or null
 * @param currency of the price, or null
 * @param line product, quantity, price
 */
public record OrderRow(
        String orderId,
        @Nullable String customerId,
        OffsetDateTime at,
        OffsetDateTime version,
        @Nullable String status,
        @Nullable String currency,
        Line line) {}
