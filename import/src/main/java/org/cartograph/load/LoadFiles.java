package org.cartograph.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of one load; null means there is none of that kind. They are loaded in the order of the components, so that an order finds its
 * products and a rating its customer.
 *
 * @param products one row per product
 * @param orders one row per order and product
 * @param customers one row per customer
 * @param returns one row per product sent back
 * @param ratings one row per customer's opinion of a product
 */
public record LoadFiles(
        @Nullable Path products,
        @Nullable Path orders,
        @Nullable Path customers,
        @Nullable Path returns,
        @Nullable Path ratings) {}
