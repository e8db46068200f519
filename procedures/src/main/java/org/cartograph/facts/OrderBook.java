package org.cartograph.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Every order of the shop with its identity, oldest first: what an evaluation cuts into a training and a test part.
 *
 * @param products the numbering of the products
 * @param productIds the shop's own key of each product
 * @param customers how many customers there are, with or without orders
 * @param guest whether a customer is a guest, whose next order nobody can know
 * @param orders by (time, id)
 */
public record OrderBook(
        ProductIndex products, List<String> productIds, int customers, boolean[] guest, List<Entry> orders) {
    /**
     * One order.
     *
     * @param id the shop's own key
     * @param customer number of its customer
     * @param time of its earliest line, in seconds since 1970
     * @param products distinct products, ascending
     */
    public record Entry(String id, int customer, long time, int[] products) {}

    /**
     * The purchases of the first orders alone, as a build at that time would have read them.
     *
     * @param until how many orders, from the oldest
     * @param removed products whose purchases are left out
     * @param longestHistory see {@link ReadingScope}
     */
    public Purchases first(int until, BitSet removed, int longestHistory) {
        List<List<CustomerLines.Order>> byCustomer = new ArrayList<>(customers);
        for (int customer = 0; customer < customers; customer++) {
            byCustomer.add(new ArrayList<>(2));
        }
        for (Entry order : orders.subList(0, until)) {
            int[] left = removed.isEmpty()
                    ? order.products()
                    : Arrays.stream(order.products())
                            .filter(product -> !removed.get(product))
                            .toArray();
            if (left.length > 0) {
                byCustomer.get(order.customer()).add(new CustomerLines.Order(order.id(), order.time(), left));
            }
        }
        PurchaseChunk chunk = new PurchaseChunk();
        for (int customer = 0; customer < customers; customer++) {
            chunk.add(customer, byCustomer.get(customer), longestHistory);
        }
        return PurchaseMerge.of(products, List.of(chunk));
    }
}
