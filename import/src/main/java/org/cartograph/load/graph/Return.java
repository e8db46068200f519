package org.cartograph.load.graph;

import java.time.OffsetDateTime;

/**
 * A product sent back.
 *
 * @param customerId who
 * @param productId what
 * @param orderId the order or credit note it belongs to
 * @param at when
 */
public record Return(String customerId, String productId, String orderId, OffsetDateTime at) {}
