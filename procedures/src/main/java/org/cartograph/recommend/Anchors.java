package org.cartograph.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * Step 1: where do recommendations start from?
 *
 * <p>A seed counts {@code n^−rarity}, with n the purchases of it: what everybody has in the cart says little. A past
 * purchase counts {@code 2^(−age/halfLife)}, ages in the customer's own orders from the newest, because some shop weekly
 * and some twice a year; what was bought several times counts several times.
 */
final class Anchors {
    /** What a customer bought within this time is not offered again. */
    private static final Duration JUST_BOUGHT = Duration.ofDays(30);
    /** Past this, further products of a history change nothing but the time an answer takes. */
    private static final int MOST_ANCHORS = 200;
    /** A reseller's history counts no further than this. */
    private static final int MOST_HISTORY = 2_000;

    private final Shop shop;
    private final RecommendSettings settings;
    private final @Nullable String customerId;
    private final List<Anchor> seeds = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Shop.PastPurchase> history;
    /** How many later orders the customer has placed since each purchase. */
    private final int[] age;

    private @Nullable List<Anchor> decayed;

    /** Looks the seeds and the customer up; seeds that are unknown are remembered as {@link #missing()}. */
    Anchors(Shop shop, RecommendSettings settings, List<String> seedIds, @Nullable String customerId) {
        this.shop = shop;
        this.settings = settings;
        this.customerId = customerId;
        for (String id : seedIds) {
            OptionalLong product = shop.product(id);
            if (product.isPresent()) {
                seeds.add(new Anchor(product.getAsLong(), seedWeight(product.getAsLong())));
            } else {
                missing.add(id);
            }
        }
        this.history = customerId == null ? List.of() : shop.history(customerId, MOST_HISTORY);
        this.age = ages(history);
    }

    /**
     * A product that the customer buys.
     *
     * @param times how often
     * @param weight Σ 2^(−age/repeatHalfLife) over those purchases, times {@code min(1, elapsed/gap)^replenishment} with
     *     the product's own gap between purchases, where that is known
     * @param last when the customer bought it last
     */
    record Habit(long product, int times, double weight, Instant last) {}

    List<String> missing() {
        return missing;
    }

    List<Anchor> seeds() {
        return seeds;
    }

    /** Where a signal starts from; one that starts from the history starts from the seeds where nobody is known. */
    List<Anchor> of(Signal.Start start) {
        return start == Signal.Start.HISTORY && customerId != null ? decayed() : seeds;
    }

    /** What tells the customer's taste: the seeds, or the past where there are none. */
    List<Anchor> interests() {
        return seeds.isEmpty() ? decayed() : seeds;
    }

    /** In how many orders the customer has bought, as far as the history is read. */
    int orders() {
        return age.length == 0 ? 0 : age[age.length - 1] + 1;
    }

    private static int[] ages(List<Shop.PastPurchase> history) {
        int[] ages = new int[history.size()];
        for (int at = 1; at < ages.length; at++) {
            boolean sameOrder = history.get(at).at().equals(history.get(at - 1).at());
            ages[at] = ages[at - 1] + (sameOrder ? 0 : 1);
        }
        return ages;
    }

    private double seedWeight(long product) {
        return settings.seedRarity() == 0
                ? 1
                : Math.pow((double) Math.max(1, shop.purchases(product)), -settings.seedRarity());
    }

    /** Ids of the categories that the customer says to like. */
    List<Long> preferred() {
        return customerId == null ? List.of() : shop.shopper(customerId).preferred();
    }

    private List<Anchor> decayed() {
        if (decayed == null) {
            Map<Long, Double> weights = new LinkedHashMap<>();
            for (int at = 0; at < Math.min(MOST_ANCHORS, age.length); at++) {
                weights.merge(history.get(at).product(), decay(at, settings.historyHalfLife()), Double::sum);
            }
            decayed = weights.entrySet().stream()
                    .map(weight -> new Anchor(weight.getKey(), weight.getValue()))
                    .toList();
        }
        return decayed;
    }

    /** Everything the customer bought, with how much of a habit it is. */
    List<Habit> habits() {
        Map<Long, Habit> habits = new LinkedHashMap<>();
        for (int at = 0; at < age.length; at++) {
            long product = history.get(at).product();
            habits.merge(
                    product,
                    new Habit(
                            product,
                            1,
                            decay(at, settings.repeatHalfLife()),
                            history.get(at).at()),
                    // The history has the newest first.
                    (a, b) -> new Habit(product, a.times() + b.times(), a.weight() + b.weight(), a.last()));
        }
        return settings.replenishment() == 0
                ? List.copyOf(habits.values())
                : habits.values().stream().map(this::asDue).toList();
    }

    private Habit asDue(Habit habit) {
        double passed = shop.repeats(habit.product()).passed(Duration.between(habit.last(), shop.now()));
        double weight = habit.weight() * Math.pow(passed, settings.replenishment());
        return new Habit(habit.product(), habit.times(), weight, habit.last());
    }

    private boolean due(long product, Instant bought) {
        return shop.repeats(product).due(Duration.between(bought, shop.now()));
    }

    private double decay(int at, double halfLife) {
        return Math.pow(2, -age[at] / halfLife);
    }

    /**
     * What the customer bought once, as far as the history is read: what was bought again may be offered again, and what
     * others buy again when it is time to.
     */
    Set<Long> ownedForGood() {
        return habits().stream()
                .filter(habit -> habit.times() == 1 && !due(habit.product(), habit.last()))
                .map(Habit::product)
                .collect(Collectors.toSet());
    }

    /** What the customer bought so recently that offering it again would annoy: not what is used up by now. */
    Set<Long> justBought() {
        Instant since = shop.now().minus(JUST_BOUGHT);
        return history.stream()
                .filter(purchase -> !purchase.at().isBefore(since) && !due(purchase.product(), purchase.at()))
                .map(Shop.PastPurchase::product)
                .collect(Collectors.toSet());
    }
}
