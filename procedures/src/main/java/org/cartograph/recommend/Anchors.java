package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;
import org.cartograph.shop.Shopper;
import org.jspecify.annotations.Nullable;

/**
 * Step 1: where do recommendations start from?
 *
 * <p>A seed counts {@code n^−rarity}, with n the purchases of it: what everybody has in the cart says little. A past
 * purchase counts {@code 2^(−age/halfLife)}, ages in the customer's own orders from the newest, because some shop weekly
 * and some twice a year; what was bought several times counts several times. In a session each glance counts {@value
 * #NEXT_GLANCE} of the one after it, and twice when it went into the cart.
 */
final class Anchors {
    /** Past this, further products of a history change nothing but the time an answer takes. */
    private static final int MOST_ANCHORS = 200;
    /** A reseller's history counts no further than this. */
    private static final int MOST_HISTORY = 2_000;

    private static final double NEXT_GLANCE = 0.7;
    private static final int MOST_GLANCES = 10;

    private final Shop shop;
    private final RecommendSettings settings;
    private final Shopper shopper;
    private final List<Anchor> seeds = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Shop.PastPurchase> history;
    /** How many later orders the customer has placed since each purchase. */
    private final int[] age;

    private @Nullable List<Anchor> decayed;
    private @Nullable Habits habits;

    /** Looks the seeds and the customer up, for a ranking alone. */
    Anchors(Shop shop, RecommendSettings settings, List<String> seedIds, @Nullable String customerId) {
        this(shop, settings, seedIds, customerId, Shopper.STRANGER);
    }

    /** Looks everybody and everything up that a request names; seeds that are unknown are remembered as missing. */
    static Anchors of(Shop shop, RecommendSettings settings, Request request) {
        Shopper shopper = shopper(shop, request);
        Anchors anchors = new Anchors(shop, settings, request.seeds(), request.customerId(), shopper);
        if (request.seeds().isEmpty() && request.context().equals(RecommendSettings.ABANDONED_CART)) {
            shopper.openCart().forEach(product -> anchors.seeds.add(new Anchor(product, 1)));
        }
        return anchors;
    }

    private static Shopper shopper(Shop shop, Request request) {
        if (request.customerId() != null) {
            return shop.shopper(request.customerId());
        }
        return request.visitorId() == null ? Shopper.STRANGER : shop.visitor(request.visitorId());
    }

    private Anchors(
            Shop shop, RecommendSettings settings, List<String> seedIds, @Nullable String customerId, Shopper shopper) {
        this.shop = shop;
        this.settings = settings;
        this.shopper = shopper;
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

    List<String> missing() {
        return missing;
    }

    List<Anchor> seeds() {
        return seeds;
    }

    Shopper shopper() {
        return shopper;
    }

    /**
     * Where a signal starts from; one that starts from the history starts from the seeds where there is none, be it a
     * stranger, somebody new or somebody who refused.
     */
    List<Anchor> of(Signal.Start start) {
        return switch (start) {
            case HISTORY -> history.isEmpty() ? seeds : decayed();
            case LATEST -> history.isEmpty() ? seeds : latest();
            case SESSION -> session();
            default -> seeds;
        };
    }

    /** What tells the shopper's taste: the seeds, or session and past where there are none. */
    List<Anchor> interests() {
        if (!seeds.isEmpty()) {
            return seeds;
        }
        List<Anchor> interests = new ArrayList<>(session());
        interests.addAll(decayed());
        return interests;
    }

    /** What the customer bought, the latest counting most; nothing for a stranger. */
    List<Anchor> past() {
        return decayed();
    }

    /** The products of the latest order, all alike. */
    private List<Anchor> latest() {
        List<Anchor> latest = new ArrayList<>();
        for (int at = 0; at < age.length && age[at] == 0; at++) {
            latest.add(new Anchor(history.get(at).product(), 1));
        }
        return latest.subList(0, Math.min(MOST_ANCHORS, latest.size()));
    }

    private List<Anchor> session() {
        Map<Long, Double> weights = new LinkedHashMap<>();
        double weight = 1;
        for (Shopper.Glance glance : shopper.lately()) {
            if (weights.size() == MOST_GLANCES) {
                break;
            }
            weights.merge(glance.product(), glance.inCart() ? 2 * weight : weight, Double::sum);
            weight *= NEXT_GLANCE;
        }
        return anchors(weights);
    }

    private static List<Anchor> anchors(Map<Long, Double> weights) {
        List<Anchor> anchors = new ArrayList<>(weights.size());
        weights.forEach((product, weight) -> anchors.add(new Anchor(product, weight)));
        return anchors;
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
        return shopper.preferred();
    }

    private List<Anchor> decayed() {
        if (decayed == null) {
            Map<Long, Double> weights = new LinkedHashMap<>();
            for (int at = 0; at < Math.min(MOST_ANCHORS, age.length); at++) {
                weights.merge(history.get(at).product(), decay(at, settings.historyHalfLife()), Double::sum);
            }
            decayed = anchors(weights);
        }
        return decayed;
    }

    /** What the customer buys again and again, and what not. */
    Habits habits() {
        if (habits == null) {
            habits = new Habits(shop, settings, history, age);
        }
        return habits;
    }

    private double decay(int at, double halfLife) {
        return Math.pow(2, -age[at] / halfLife);
    }
}
