package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.placement.Placement;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * From somewhere to a product: one thing that a signal says.
 *
 * @param anchor the product where an edge starts, or {@link #NOWHERE}
 * @param count orders, customers or shared attributes behind it
 * @param via see {@link Neighbour#via()}
 * @param score how strongly, comparable with the signal's other leads only
 */
record Lead(long anchor, long product, long count, @Nullable String via, double score) {
    static final long NOWHERE = -1;

    /** How many of the best-selling products take part: the others have nothing that speaks for them. */
    private static final int MOST_POPULAR = 300;

    private static final int MOST_POPULAR_OF_CATEGORY = 50;

    /** Everything that a signal says. */
    record Leads(Signal signal, @Nullable Family family, List<Lead> all) {
        /** The sums by product. */
        ProductScores scores() {
            ProductScores scores = new ProductScores();
            for (Lead lead : all) {
                scores.add(lead.product(), lead.score());
            }
            return scores;
        }

        /** Adds what speaks for one product. */
        void addEvidence(long product, double factor, List<Candidate.Evidence> evidence) {
            for (Lead lead : all) {
                if (lead.product() == product) {
                    evidence.add(new Candidate.Evidence(
                            signal, family, lead.anchor(), lead.count(), lead.via(), factor * lead.score()));
                }
            }
        }
    }

    /** What a signal says for a placement. */
    static Leads of(Shop shop, Signal signal, Placement placement, Anchors anchors) {
        return switch (signal) {
            case BOUGHT_BEFORE -> new Leads(signal, null, habits(anchors));
            case POPULAR -> new Leads(signal, null, sellers(shop.popular(MOST_POPULAR)));
            case TRENDING -> new Leads(signal, null, sellers(shop.trending(MOST_POPULAR)));
            case POPULAR_IN_CATEGORY -> new Leads(signal, null, inCategories(shop, anchors));
            case NEW_PRODUCTS -> edges(shop, signal, placement.family(), anchors.of(placement.start()), true);
            default -> {
                Family family = signal.family();
                yield family == null
                        ? new Leads(signal, null, List.of())
                        : edges(shop, signal, family, anchors.of(signal.start()), false);
            }
        };
    }

    private static Leads edges(Shop shop, Signal signal, Family family, List<Anchor> anchors, boolean incoming) {
        List<Lead> leads = new ArrayList<>();
        for (Anchor anchor : anchors) {
            for (Neighbour neighbour : shop.neighbours(anchor.product(), family)) {
                if (neighbour.incoming() == incoming) {
                    leads.add(new Lead(
                            anchor.product(),
                            neighbour.product(),
                            neighbour.count(),
                            neighbour.via(),
                            anchor.weight() * neighbour.score()));
                }
            }
        }
        return new Leads(signal, family, leads);
    }

    private static List<Lead> habits(Anchors anchors) {
        return anchors.habits().stream()
                .map(habit -> new Lead(NOWHERE, habit.product(), habit.times(), null, habit.weight()))
                .toList();
    }

    private static List<Lead> sellers(List<Shop.Seller> sellers) {
        return sellers.stream()
                .map(seller -> new Lead(NOWHERE, seller.product(), 0, null, seller.sales()))
                .toList();
    }

    /** What sells best in the categories of interest: a category weighs as much as the interest in it. */
    private static List<Lead> inCategories(Shop shop, Anchors anchors) {
        Map<Long, Double> interest = new LinkedHashMap<>();
        anchors.preferred().forEach(category -> interest.merge(category, 1.0, Double::sum));
        for (Anchor anchor : anchors.interests()) {
            shop.traits(anchor.product())
                    .categories()
                    .forEach(category -> interest.merge(category, anchor.weight(), Double::sum));
        }
        List<Lead> leads = new ArrayList<>();
        interest.forEach((category, weight) -> {
            for (Shop.Seller seller : shop.popularIn(category, MOST_POPULAR_OF_CATEGORY)) {
                leads.add(new Lead(NOWHERE, seller.product(), 0, null, weight * seller.sales()));
            }
        });
        return leads;
    }
}
