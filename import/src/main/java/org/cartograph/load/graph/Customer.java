package org.cartograph.load.graph;

import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param id the shop's key
 * @param consent whether personal recommendations are allowed; null says nothing and changes nothing
 */
public record Customer(String id, @Nullable Boolean consent) {}
