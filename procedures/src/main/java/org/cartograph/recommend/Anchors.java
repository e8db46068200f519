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
import org.jspecify.annotations.Nullable;

/**
 * Step 1: where do recommendations start from?
 *
 * <p>Every seed counts 1; a past purchase counts {@code 2^(−age/halfLife)}, ages counted from the newest, and what was
 * bought several times counts several times.
 */
final class Anchors {
    /** What a customer bought within this time is not offered again. */
    private static final Duration JUST_BOUGHT = Duration.ofDays(30);
    /** Past this, further products of a history change nothing but the time an answer takes. */
    private static final int MOST_ANCHORS = 100;
    /** A reseller's history is read no further than this. */
    private static final int MOST_HISTORY = 500;

    private final Shop shop;
    private final RecommendSettings settings;
    private final @Nullable String customerId;
    private final List<Anchor> seeds = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Shop.PastPurchase> history;
    private @Nullable List<Anchor> decayed;

    /** Looks the seeds and the customer up; seeds that are unknown are remembered as {@link #missing()}. */
    Anchors(Shop shop, RecommendSettings settings, List<String> seedIds, @Nullable String customerId) {
        this.shop = shop;
        this.settings = settings;
        this.customerId = customerId;
        for (String id : seedIds) {
            OptionalLong product = shop.product(id);
            if (product.isPresent()) {
                seeds.add(new Anchor(product.getAsLong(), 1));
            } else {
                missing.add(id);
            }
        }
        this.history = customerId == null ? List.of() : shop.history(customerId, MOST_HISTORY);
    }

    /**
     * A product that the customer buys.
     *
     * @param times how often
     * @param weight Σ 2^(−age/repeatHalfLife) over those purchases
     */
    record Habit(long product, int times, double weight) {}

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
        return (int) history.stream().map(Shop.PastPurchase::at).distinct().count();
    }

    /** Ids of the categories that the customer says to like. */
    List<Long> preferred() {
        return customerId == null ? List.of() : shop.preferredCategories(customerId);
    }

    private List<Anchor> decayed() {
        if (decayed == null) {
            Map<Long, Double> weights = new LinkedHashMap<>();
            for (Shop.PastPurchase purchase : history.subList(0, Math.min(MOST_ANCHORS, history.size()))) {
                weights.merge(purchase.product(), decay(purchase, settings.halfLifeDays()), Double::sum);
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
        for (Shop.PastPurchase purchase : history) {
            habits.merge(
                    purchase.product(),
                    new Habit(purchase.product(), 1, decay(purchase, settings.repeatHalfLifeDays())),
                    (a, b) -> new Habit(a.product(), a.times() + b.times(), a.weight() + b.weight()));
        }
        return List.copyOf(habits.values());
    }

    private double decay(Shop.PastPurchase purchase, double halfLifeDays) {
        Duration age = Duration.between(purchase.at(), history.get(0).at());
        return Math.pow(2, -age.toSeconds() / (halfLifeDays * Duration.ofDays(1).toSeconds()));
    }

    /** What the customer bought once, as far as the history is read: what was bought again may be offered again. */
    Set<Long> ownedForGood() {
        return habits().stream()
                .filter(habit -> habit.times() == 1)
                .map(Habit::product)
                .collect(Collectors.toSet());
    }

    /** What the customer bought so recently that offering it again would annoy. */
    Set<Long> justBought(Instant now) {
        Instant since = now.minus(JUST_BOUGHT);
        return history.stream()
                .filter(purchase -> !purchase.at().isBefore(since))
                .map(Shop.PastPurchase::product)
                .collect(Collectors.toSet());
    }
}
