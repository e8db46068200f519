package org.cartograph.load.graph;

import java.time.OffsetDateTime;

/**
 * What a customer thinks of a product.
 *
 * @param customerId who
 * @param productId of what
 * @param stars 0 to 5
 * @param at when; of two ratings the newest counts
 */
public record Rating(String customerId, String productId, double stars, OffsetDateTime at) {}
