package org.cartograph.facts;

import org.cartograph.similarity.Baskets;

/**
 * Purchases that are kept, with all that is needed to find out what has changed since.
 *
 * @param modelId the model that was built from them, or that they were read for
 * @param scope how much was read; orders always
 * @param purchases the purchases
 * @param marks what the products looked like before the purchases were read
 */
public record HeldFacts(String modelId, ReadingScope scope, Purchases purchases, ProductMarks marks) {
    /** Heap that they take. */
    public long bytes() {
        return purchases.bytes() + 12L * marks.lines().length;
    }

    /** How many purchases of a product the arrays lack: in a sound graph those that stand twice in one order. */
    int missing(int product) {
        Baskets orders = purchases.orders();
        return marks.linesOf(product) - (product < orders.products() ? orders.frequency(product) : 0);
    }

    /** The nodes of those who bought a product, ascending, once for each order with it. */
    long[] buyers(int product) {
        Baskets orders = purchases.orders();
        if (product >= orders.products()) {
            return new long[0];
        }
        long[] buyers = new long[orders.frequency(product)];
        for (int nth = 0; nth < buyers.length; nth++) {
            buyers[nth] = purchases.customers()[purchases.sequence().customer()[orders.basket(product, nth)]];
        }
        return buyers;
    }
}
