package org.cartograph.facts;

import org.cartograph.graph.Family;
import org.cartograph.similarity.Baskets;
import org.cartograph.similarity.OrderSequence;

/**
 * Everything the shop sold, in arrays: the facts that rows are learned from.
 *
 * @param products the numbering of the products
 * @param customers internal number of each customer's node, ascending
 * @param purchases how many PURCHASED relationships there were
 * @param orders products of each order, numbered customer after customer and oldest first; empty when only histories
 *     were read
 * @param sequence customer and time of each order
 * @param histories products that each customer ever bought, no more than the longest history allows
 * @param cutHistories customers whose history was longer
 * @param highestLine the highest internal number of a PURCHASED relationship that was read; −1 when there was none
 */
public record Purchases(
        ProductIndex products,
        long[] customers,
        long purchases,
        Baskets orders,
        OrderSequence sequence,
        Baskets histories,
        int cutHistories,
        long highestLine) {

    /** The baskets whose number is a family's evidence: orders, or customers. */
    public Baskets evidence(Family family) {
        return family == Family.BOUGHT_TOGETHER ? orders : histories;
    }

    /** Heap that the arrays take. */
    public long bytes() {
        return 8L * products.size()
                + 4L * products.blockStart().length
                + 8L * customers.length
                + orders.bytes()
                + 12L * sequence.time().length
                + histories.bytes();
    }
}
