package org.cartograph.outcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;

/** What is known of one group: the counts, and what can only be told while answers are kept one by one. */
final class Tally {
    private final Counts counts = new Counts();
    private final Set<Long> products = new HashSet<>();
    private final Map<String, List<Double>> laterSpend = new TreeMap<>();
    private double surprise;
    private long known;
    private long repeated;
    private long knownClicks;
    private long unexpected;
    private boolean summed;

    Counts counts() {
        return counts;
    }

    /** An old day was added, of which only the counts are left. */
    void isSummed() {
        summed = true;
    }

    boolean summed() {
        return summed;
    }

    void add(Impression impression, boolean cold, double bits) {
        counts.add(impression, cold);
        products.add(NodeIds.of(impression.product()));
        surprise += bits;
    }

    /** What is known as well where the shopper is. */
    void add(Impression impression, Meeting meeting) {
        known++;
        repeated += meeting.repeated() ? 1 : 0;
        knownClicks += impression.clicked() ? 1 : 0;
        unexpected += meeting.unexpected() ? 1 : 0;
        if (impression.bought()) {
            laterSpend
                    .computeIfAbsent(impression.currency(), first -> new ArrayList<>())
                    .add(meeting.spentLater());
        }
    }

    /** Products of which something was seen. */
    int products() {
        return products.size();
    }

    @Nullable
    Double novelty() {
        return share(surprise, counts.of(Count.IMPRESSIONS));
    }

    @Nullable
    Double saturation() {
        return share(repeated, known);
    }

    @Nullable
    Double serendipity() {
        return share(unexpected, knownClicks);
    }

    /** Of sales in a currency; without one, null where currencies mix. */
    @Nullable
    Double laterSpend(@Nullable String currency) {
        if (currency == null && laterSpend.size() > 1) {
            return null;
        }
        List<Double> spent = laterSpend.entrySet().stream()
                .filter(entry -> currency == null || currency.equals(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        return share(spent.stream().mapToDouble(Double::doubleValue).sum(), spent.size());
    }

    /** The currencies of money that is in here, an unknown one being empty. */
    Set<String> currencies() {
        Set<String> currencies = new TreeSet<>(counts.revenue().keySet());
        currencies.addAll(counts.halo().keySet());
        return currencies;
    }

    static @Nullable Double share(long part, long of) {
        return share((double) part, of);
    }

    static @Nullable Double share(double part, long of) {
        return of == 0 ? null : Double.valueOf(part / of);
    }
}
