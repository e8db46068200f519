package org.cartograph.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;

/**
 * Products that are bought together, and what they cost together.
 *
 * @param products two to four, the most often bought first
 * @param orders orders with all of them
 * @param allOrders orders of the whole shop
 * @param lift {@code orders/allOrders} divided by the product of each one's own share of all orders; 1 is chance
 * @param price total, one piece of each; null where a product has none
 * @param margin total, one piece of each; null where a product has none
 * @param discount the largest one that keeps the margin floor, as a share of the price; null where price or margin are
 */
public record Bundle(
        List<Node> products,
        long orders,
        long allOrders,
        double lift,
        @Nullable Double price,
        @Nullable Double margin,
        @Nullable Double discount) {

    /** Share of all orders that hold every product, 0 to 1. */
    public double support() {
        return (double) orders / allOrders;
    }

    /** The discount in money; null where it is not known. */
    public @Nullable Double discountMoney() {
        return discount == null || price == null ? null : discount * price;
    }
}
