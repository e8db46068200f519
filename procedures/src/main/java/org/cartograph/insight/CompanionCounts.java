package org.cartograph.insight;

import java.util.Arrays;
import org.cartograph.facts.Ints;

/** In how many orders each other product is together with one product. */
final class CompanionCounts {
    private final Orders orders;
    private final int[] together;
    private final Ints touched = new Ints();

    CompanionCounts(Orders orders) {
        this.orders = orders;
        this.together = new int[orders.productCount()];
    }

    /** Counts the companions of a product, and forgets those of the product before. */
    void count(int product) {
        for (int at = 0; at < touched.size(); at++) {
            together[touched.get(at)] = 0;
        }
        touched.clear();
        for (int number = 0; number < orders.ordersOf(product); number++) {
            int order = orders.orderOf(product, number);
            for (int at = orders.start(order); at < orders.end(order); at++) {
                int companion = orders.productAt(at);
                if (companion != product && together[companion]++ == 0) {
                    touched.add(companion);
                }
            }
        }
    }

    int of(int companion) {
        return together[companion];
    }

    /** The companions of at least {@code fewest} orders, ascending. */
    int[] frequent(int fewest) {
        return Arrays.stream(touched.toArray())
                .filter(companion -> together[companion] >= fewest)
                .sorted()
                .toArray();
    }
}
