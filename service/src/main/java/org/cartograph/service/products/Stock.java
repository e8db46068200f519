package org.cartograph.service.products;

import org.jspecify.annotations.Nullable;

/**
 * How much of a product is left.
 *
 * @param pieces null sells without counting
 */
record Stock(String productId, @Nullable Long pieces) {}
