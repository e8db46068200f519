package org.cartograph.insight;

import java.util.Arrays;
import org.cartograph.facts.Ints;

/**
 * In how many orders a third product is together with a product and one of its companions.
 *
 * <p>Holds the product's orders, cut to its frequent companions, and which of them each companion is in.
 */
final class TripleCounts {
    static final TripleCounts NOTHING = new TripleCounts();

    private final int[] companions;
    private final int[] orderStart;
    private final int[] items;
    private final int[] itemStart;
    private final int[] itemOrders;
    private final int[] together;
    private final Ints touched = new Ints();

    /** Takes a third product and the number of orders with all three. */
    interface Third {
        void accept(int product, int orders);
    }

    private TripleCounts() {
        companions = new int[0];
        orderStart = new int[0];
        items = new int[0];
        itemStart = new int[0];
        itemOrders = new int[0];
        together = new int[0];
    }

    /** Cuts the orders of a product to its companions, which are given in ascending order. */
    TripleCounts(Orders orders, int product, int[] companions) {
        this.companions = companions;
        this.together = new int[companions.length];
        this.orderStart = new int[orders.ordersOf(product) + 1];
        Ints kept = new Ints();
        for (int number = 0; number < orders.ordersOf(product); number++) {
            int order = orders.orderOf(product, number);
            for (int at = orders.start(order); at < orders.end(order); at++) {
                int item = Arrays.binarySearch(companions, orders.productAt(at));
                if (item >= 0) {
                    kept.add(item);
                }
            }
            orderStart[number + 1] = kept.size();
        }
        this.items = kept.toArray();
        this.itemStart = new int[companions.length + 1];
        this.itemOrders = new int[items.length];
        invert();
    }

    private void invert() {
        for (int item : items) {
            itemStart[item + 1]++;
        }
        for (int item = 0; item < companions.length; item++) {
            itemStart[item + 1] += itemStart[item];
        }
        int[] fill = itemStart.clone();
        for (int order = 0; order + 1 < orderStart.length; order++) {
            for (int at = orderStart[order]; at < orderStart[order + 1]; at++) {
                itemOrders[fill[items[at]]++] = order;
            }
        }
    }

    /** Hands on what is in at least {@code fewest} orders together with the product and its companion number {@code item}. */
    void each(int item, int fewest, Third third) {
        if (companions.length < 2) {
            return;
        }
        for (int number = itemStart[item]; number < itemStart[item + 1]; number++) {
            int order = itemOrders[number];
            for (int at = orderStart[order]; at < orderStart[order + 1]; at++) {
                if (items[at] != item && together[items[at]]++ == 0) {
                    touched.add(items[at]);
                }
            }
        }
        for (int at = 0; at < touched.size(); at++) {
            int other = touched.get(at);
            if (together[other] >= fewest) {
                third.accept(companions[other], together[other]);
            }
            together[other] = 0;
        }
        touched.clear();
    }
}
