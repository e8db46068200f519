package org.cartograph.recommend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Step 1: where do recommendations start from?
 *
 * <p>Every seed counts 1; a past purchase counts {@code 2^(−age/halfLife)}, ages counted from the newest, and what was
 * bought several times counts several times.
 */
final class Anchors {
    /** Half-life of a past purchase. */
    private static final Duration HALF_LIFE = Duration.ofDays(60);

    private static final int MOST_HISTORY = 100;

    private final List<Anchor> seeds = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** Looks the seeds up; those that are unknown are remembered as {@link #missing()}. */
    Anchors(Shop shop, List<String> seedIds) {
        for (String id : seedIds) {
            OptionalLong product = shop.product(id);
            if (product.isPresent()) {
                seeds.add(new Anchor(product.getAsLong(), 1));
            } else {
                missing.add(id);
            }
        }
    }

    List<String> missing() {
        return missing;
    }

    List<Anchor> seeds() {
        return seeds;
    }

    /** The customer's decayed history; empty for a stranger. */
    static List<Anchor> history(Shop shop, String customerId) {
        List<Shop.PastPurchase> history = shop.history(customerId, MOST_HISTORY);
        Map<Long, Double> weights = new LinkedHashMap<>();
        for (Shop.PastPurchase purchase : history) {
            Duration age = Duration.between(purchase.at(), history.get(0).at());
            weights.merge(
                    purchase.product(), Math.pow(2, -(double) age.toSeconds() / HALF_LIFE.toSeconds()), Double::sum);
        }
        return weights.entrySet().stream()
                .map(weight -> new Anchor(weight.getKey(), weight.getValue()))
                .toList();
    }
}
