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

/**
 * Step 1: where do recommendations start from?
 *
 * <p>Every seed counts 1; a past purchase counts {@code 2^(−age/halfLife)}, ages counted from the newest, and what was
 * bought several times counts several times.
 */
final class Anchors {
    /** Half-life of a past purchase. */
    private static final Duration HALF_LIFE = Duration.ofDays(60);
    /** What a customer bought within this time is not offered again. */
    private static final Duration JUST_BOUGHT = Duration.ofDays(30);
    /** Recommendations start from this many purchases at the most; older ones weigh next to nothing. */
    private static final int MOST_ANCHORS = 100;
    /** A reseller's history is read no further than this. */
    private static final int MOST_HISTORY = 500;

    private final List<Anchor> seeds = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Shop.PastPurchase> history;

    /** Looks the seeds and the customer up; seeds that are unknown are remembered as {@link #missing()}. */
    Anchors(Shop shop, Request request) {
        for (String id : request.seeds()) {
            OptionalLong product = shop.product(id);
            if (product.isPresent()) {
                seeds.add(new Anchor(product.getAsLong(), 1));
            } else {
                missing.add(id);
            }
        }
        this.history = request.customerId() == null ? List.of() : shop.history(request.customerId(), MOST_HISTORY);
    }

    List<String> missing() {
        return missing;
    }

    List<Anchor> seeds() {
        return seeds;
    }

    /** Where a placement starts from; one that starts from the history starts from the seeds where nobody is known. */
    List<Anchor> of(Placement placement, Request request) {
        return placement.anchors() == Placement.Anchoring.SEEDS || request.customerId() == null ? seeds : decayed();
    }

    private List<Anchor> decayed() {
        Map<Long, Double> weights = new LinkedHashMap<>();
        for (Shop.PastPurchase purchase : history.subList(0, Math.min(MOST_ANCHORS, history.size()))) {
            Duration age = Duration.between(purchase.at(), history.get(0).at());
            weights.merge(
                    purchase.product(), Math.pow(2, -(double) age.toSeconds() / HALF_LIFE.toSeconds()), Double::sum);
        }
        return weights.entrySet().stream()
                .map(weight -> new Anchor(weight.getKey(), weight.getValue()))
                .toList();
    }

    /** What the customer has, as far as the history is read. */
    Set<Long> owned() {
        return history.stream().map(Shop.PastPurchase::product).collect(Collectors.toSet());
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
