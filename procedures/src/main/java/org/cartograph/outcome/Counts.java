package org.cartograph.outcome;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is summed over impressions, whatever their age: counts, and money by its currency. */
final class Counts {
    private static final long TOP = 3;

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<String, Double> revenue = new TreeMap<>();
    private final Map<String, Double> halo = new TreeMap<>();

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    void add(Count count, long number) {
        if (number != 0) {
            counts.merge(count, number, Long::sum);
        }
    }

    /** Money by currency, an unknown one being empty. */
    Map<String, Double> revenue() {
        return revenue;
    }

    Map<String, Double> halo() {
        return halo;
    }

    void earn(String currency, @Nullable Double amount) {
        if (amount != null) {
            revenue.merge(currency, amount, Double::sum);
        }
    }

    void shine(String currency, double amount) {
        halo.merge(currency, amount, Double::sum);
    }

    void add(Impression impression, boolean cold) {
        add(Count.IMPRESSIONS, 1);
        add(Count.CLICKS, one(impression.clicked()));
        add(Count.TOP_CLICKS, one(impression.clicked() && impression.rank() <= TOP));
        add(Count.CARTS, one(impression.added()));
        add(Count.DISMISSALS, one(impression.dismissed()));
        add(Count.CONVERSIONS, one(impression.bought()));
        add(Count.RETURNS, one(impression.bought() && impression.returned()));
        add(Count.COLD_IMPRESSIONS, one(cold));
        add(Count.COLD_CONVERSIONS, one(cold && impression.bought()));
        earn(impression.currency(), impression.earned());
    }

    private static long one(boolean is) {
        return is ? 1 : 0;
    }
}
