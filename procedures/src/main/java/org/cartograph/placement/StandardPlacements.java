package org.cartograph.placement;

import static org.cartograph.placement.Signal.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.placement.Placement.Offers;
import org.cartograph.placement.Signal.Start;

/**
 * The pages of a shop and the boxes on them, before the shop says otherwise.
 *
 * <p>The later sources of a recipe are there for products whose first row is short: they weigh so little that what they
 * bring follows after the first.
 */
final class StandardPlacements {
    private static final double AFTERWARDS = 0.01;
    /** Orders at which what a customer did weighs as much as what can be guessed. */
    private static final double HARDLY_KNOWN = 1;

    /** By context, in the page's order. */
    static final Map<String, List<Placement>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("product", product());
        ALL.put("cart", cart());
        ALL.put("post-purchase", postPurchase());
        ALL.put("home", home());
        ALL.put("abandoned-cart", List.of(together("still-in-your-cart", 4)));
        ALL.put("email", email());
    }

    private StandardPlacements() {}

    private static Placement together(String name, int size) {
        return Placement.of(
                name,
                size,
                Family.BOUGHT_TOGETHER,
                Start.SEEDS,
                Offers.COMPLEMENTS,
                Source.of(BOUGHT_TOGETHER, 1).trending(0.1),
                Source.of(ALSO_BOUGHT, AFTERWARDS),
                Source.of(NEW_PRODUCTS, 0.95),
                Source.of(SIMILAR, AFTERWARDS / 10));
    }

    private static List<Placement> product() {
        return List.of(
                together("frequently-bought-together", 4),
                Placement.of(
                        "also-bought",
                        8,
                        Family.ALSO_BOUGHT,
                        Start.SEEDS,
                        Offers.ANYTHING,
                        Source.of(ALSO_BOUGHT, 1).trending(0.1),
                        Source.of(BOUGHT_NEXT, AFTERWARDS),
                        Source.of(NEW_PRODUCTS, 0.95),
                        Source.of(SIMILAR, AFTERWARDS / 10)),
                Placement.of(
                        "similar",
                        8,
                        Family.SIMILAR,
                        Start.SEEDS,
                        Offers.ANYTHING,
                        Source.of(SIMILAR, 1),
                        Source.of(ALSO_VIEWED, 0.3),
                        Source.of(POPULAR_IN_CATEGORY, AFTERWARDS)),
                Placement.of(
                        "also-viewed",
                        8,
                        Family.ALSO_VIEWED,
                        Start.SEEDS,
                        Offers.ANYTHING,
                        Source.of(ALSO_VIEWED, 1),
                        Source.of(ALSO_BOUGHT, AFTERWARDS),
                        Source.of(SIMILAR, AFTERWARDS / 10)));
    }

    private static List<Placement> cart() {
        return List.of(
                together("complete-the-basket", 4),
                Placement.of("upgrade", 2, Family.SIMILAR, Start.SEEDS, Offers.ANYTHING, Source.of(UPGRADE, 1)),
                Placement.of(
                        "dont-forget",
                        4,
                        Family.BOUGHT_TOGETHER,
                        Start.SEEDS,
                        Offers.COMPLEMENTS,
                        Source.of(DUE, 1),
                        Source.of(ACCESSORY, 0.5)));
    }

    private static List<Placement> postPurchase() {
        return List.of(
                Placement.of(
                        "bought-next",
                        6,
                        Family.BOUGHT_NEXT,
                        Start.SEEDS,
                        Offers.ANYTHING,
                        Source.of(BOUGHT_NEXT, 1),
                        Source.of(BOUGHT_TOGETHER, 0.5),
                        Source.of(ALSO_BOUGHT, 0.5),
                        Source.of(BOUGHT_BEFORE, 5).trending(0.15).rising(HARDLY_KNOWN),
                        Source.of(HISTORY_BOUGHT_TOGETHER, 0.5).trending(0.15).rising(HARDLY_KNOWN),
                        Source.of(NEW_PRODUCTS, 0.95),
                        Source.of(SIMILAR, AFTERWARDS / 10)),
                Placement.of(
                        "complete-the-set",
                        4,
                        Family.SIMILAR,
                        Start.SEEDS,
                        Offers.WHAT_IS_LACKING,
                        Source.of(SAME_SET, 1),
                        Source.of(BOUGHT_TOGETHER, AFTERWARDS)));
    }

    private static Placement forYou(String name, int size) {
        return Placement.of(
                name,
                size,
                Family.BOUGHT_TOGETHER,
                Start.HISTORY,
                Offers.WHAT_IS_LACKING,
                Source.of(BOUGHT_BEFORE, 1).trending(0.15).rising(HARDLY_KNOWN),
                Source.of(HISTORY_BOUGHT_TOGETHER, 0.05).trending(0.15).rising(HARDLY_KNOWN),
                Source.of(HISTORY_ALSO_BOUGHT, 0.005).trending(0.15).rising(HARDLY_KNOWN),
                Source.of(HISTORY_SIMILAR, 0.01).fading(HARDLY_KNOWN),
                Source.of(POPULAR_IN_CATEGORY, 0.01).fading(HARDLY_KNOWN),
                Source.of(SESSION_SIMILAR, 0.05),
                Source.of(SESSION_BOUGHT_TOGETHER, 0.05),
                Source.of(SESSION_ALSO_VIEWED, 0.02),
                Source.of(NEW_PRODUCTS, 0.95));
    }

    private static Placement news(String name, int size) {
        return Placement.of(
                name,
                size,
                Family.BOUGHT_TOGETHER,
                Start.HISTORY,
                Offers.NEW_RELEASES,
                Source.of(RELEASED, 1),
                Source.of(NEW_PRODUCTS, 1),
                Source.of(HISTORY_SIMILAR, 1));
    }

    private static List<Placement> home() {
        return List.of(
                forYou("for-you", 12),
                Placement.of(
                        "trending-in-your-interests",
                        8,
                        Family.BOUGHT_TOGETHER,
                        Start.HISTORY,
                        Offers.WHAT_IS_LACKING,
                        Source.of(TRENDING_IN_CATEGORY, 1),
                        Source.of(TRENDING, AFTERWARDS)),
                Placement.of(
                        "buy-it-again",
                        8,
                        Family.BOUGHT_TOGETHER,
                        Start.HISTORY,
                        Offers.WHAT_IS_LACKING,
                        Source.of(DUE, 1),
                        Source.of(BOUGHT_BEFORE, 0.1)),
                news("new-for-you", 6));
    }

    private static List<Placement> email() {
        return List.of(
                Placement.of(
                        "because-you-bought",
                        6,
                        Family.BOUGHT_NEXT,
                        Start.LATEST,
                        Offers.WHAT_IS_LACKING,
                        Source.of(LATEST_BOUGHT_NEXT, 1),
                        Source.of(LATEST_BOUGHT_TOGETHER, 0.5)),
                forYou("recommended-for-you", 6),
                news("new-in-your-categories", 4));
    }
}
