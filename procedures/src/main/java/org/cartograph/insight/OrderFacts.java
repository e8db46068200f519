package org.cartograph.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.insight.CustomerOrders.Order;

/** What the orders add up to: how many, when, and how often each product was in an order with another. */
final class OrderFacts {
    /** Pair events below which a product's own row is uncertain: the same at which inheriting begins to fade. */
    static final int ENOUGH_PAIR_EVENTS = 100;

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int WINDOW_DAYS = 30;

    private final long today;
    private final long[] pairEvents;
    private final long[] purchases;
    private final TreeMap<Long, Long> pairsByDay = new TreeMap<>();
    long orders;
    long lines;
    long inTheFuture;

    OrderFacts(int products, Instant now) {
        pairEvents = new long[products];
        purchases = new long[products];
        today = now.getEpochSecond() / DAY_SECONDS;
    }

    void add(Order order) {
        orders++;
        int size = order.products().length;
        lines += size;
        for (int product : order.products()) {
            purchases[product]++;
            pairEvents[product] += size - 1;
        }
        if (order.time() == Long.MAX_VALUE) {
            return;
        }
        long day = Math.floorDiv(order.time(), DAY_SECONDS);
        if (day > today) {
            inTheFuture++;
        } else {
            pairsByDay.merge(day, size * (size - 1L) / 2, Long::sum);
        }
    }

    /** Pairs of products in the same order, in the 30 days that end with the newest order. */
    long recentPairs() {
        if (pairsByDay.isEmpty()) {
            return 0;
        }
        long first = pairsByDay.lastKey() - WINDOW_DAYS + 1;
        return pairsByDay.tailMap(first).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Days from the first order to the newest, both included; 0 without orders. */
    long span() {
        return pairsByDay.isEmpty() ? 0 : pairsByDay.lastKey() - pairsByDay.firstKey() + 1;
    }

    /** Days since the newest order; 0 without orders. */
    long age() {
        Map.Entry<Long, Long> newest = pairsByDay.lastEntry();
        return newest == null ? 0 : today - newest.getKey();
    }

    /** Products with too few pair events to stand on their own. */
    long uncertainProducts() {
        long uncertain = 0;
        for (long events : pairEvents) {
            uncertain += events < ENOUGH_PAIR_EVENTS ? 1 : 0;
        }
        return uncertain;
    }

    /** Share of the sales made by products with enough pair events. */
    double certainSales() {
        long certain = 0;
        for (int product = 0; product < purchases.length; product++) {
            certain += pairEvents[product] >= ENOUGH_PAIR_EVENTS ? purchases[product] : 0;
        }
        return lines == 0 ? 0 : (double) certain / lines;
    }
}
