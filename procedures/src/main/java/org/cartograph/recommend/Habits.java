package org.cartograph.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.shop.Shop;
import org.cartograph.similarity.Repeats;
import org.jspecify.annotations.Nullable;

/**
 * What a customer buys again and again, what it is time for, and what they have for good.
 *
 * <p>It is time when most of the gap between the customer's own purchases of the product has passed; where they bought it
 * less than {@value Repeats#HABIT} times, the gap of all customers counts, if enough of them come back.
 */
final class Habits {
    /** What a customer bought within this time is not offered again. */
    private static final Duration JUST_BOUGHT = Duration.ofDays(30);

    private final Shop shop;
    private final RecommendSettings settings;
    private final Map<Long, Habit> all = new LinkedHashMap<>();
    private @Nullable Set<Long> ownedForGood;

    /**
     * @param history newest first
     * @param age how many later orders the customer has placed since each purchase
     */
    Habits(Shop shop, RecommendSettings settings, List<Shop.PastPurchase> history, int[] age) {
        this.shop = shop;
        this.settings = settings;
        for (int at = 0; at < age.length; at++) {
            Shop.PastPurchase bought = history.get(at);
            double weight = Math.pow(2, -age[at] / settings.repeatHalfLife());
            all.merge(
                    bought.product(),
                    new Habit(bought.product(), 1, weight, bought.at(), bought.at()),
                    (newer, older) -> new Habit(
                            newer.product(),
                            newer.times() + older.times(),
                            newer.weight() + older.weight(),
                            older.first(),
                            newer.last()));
        }
    }

    /**
     * A product that the customer buys.
     *
     * @param times how often
     * @param weight Σ 2^(−age/repeatHalfLife) over those purchases
     * @param first when the customer bought it first, as far as the history is read
     * @param last when the customer bought it last
     */
    record Habit(long product, int times, double weight, Instant first, Instant last) {}

    /**
     * Everything the customer bought, newest first; the weight times {@code min(1, elapsed/gap)^replenishment} with the
     * product's own gap between purchases, where that is known.
     */
    List<Habit> weighed() {
        if (settings.replenishment() == 0) {
            return List.copyOf(all.values());
        }
        List<Habit> weighed = new ArrayList<>(all.size());
        for (Habit habit : all.values()) {
            double passed = shop.repeats(habit.product()).passed(since(habit));
            double weight = habit.weight() * Math.pow(passed, settings.replenishment());
            weighed.add(new Habit(habit.product(), habit.times(), weight, habit.first(), habit.last()));
        }
        return weighed;
    }

    /** What it is time to buy again. */
    List<Habit> due() {
        return all.values().stream().filter(this::isDue).toList();
    }

    private boolean isDue(Habit habit) {
        Repeats own = Repeats.own(Duration.between(habit.first(), habit.last()), habit.times());
        return (own.equals(Repeats.NONE) ? shop.repeats(habit.product()) : own).due(since(habit));
    }

    private Duration since(Habit habit) {
        return Duration.between(habit.last(), shop.now());
    }

    /**
     * What the customer bought once, as far as the history is read: what was bought again may be offered again, and what
     * others buy again when it is time to.
     */
    Set<Long> ownedForGood() {
        if (ownedForGood != null) {
            return ownedForGood;
        }
        Set<Long> owned = new HashSet<>();
        for (Habit habit : all.values()) {
            if (habit.times() == 1 && !isDue(habit)) {
                owned.add(habit.product());
            }
        }
        // Several boxes of a page ask for it.
        ownedForGood = owned;
        return owned;
    }

    /** What the customer bought so recently that offering it again would annoy: not what is used up by now. */
    Set<Long> justBought() {
        Instant since = shop.now().minus(JUST_BOUGHT);
        Set<Long> justBought = new HashSet<>();
        for (Habit habit : all.values()) {
            if (!habit.last().isBefore(since) && !isDue(habit)) {
                justBought.add(habit.product());
            }
        }
        return justBought;
    }
}
