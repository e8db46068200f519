package org.cartograph.recommend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.graph.NeighbourRow;
import org.cartograph.placement.Placement;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;

/** Finds where each signal leads, for one page. */
final class LeadFinder {
    /** What was released within this time is new. */
    static final Duration NEW = Duration.ofDays(30);
    /** How many of a list take part: the others have nothing that speaks for them. */
    private static final int MOST_OF_SHOP = 300;

    private static final int MOST_OF_CATEGORY = 50;

    private final Shop shop;
    private final Anchors anchors;
    private final SeedLeads seedLeads;
    private final String context;

    LeadFinder(Shop shop, Anchors anchors, String context) {
        this.shop = shop;
        this.anchors = anchors;
        this.seedLeads = new SeedLeads(shop);
        this.context = context;
    }

    /** What a signal says for a placement. */
    Leads of(Signal signal, Placement placement) {
        if (signal == Signal.NEW_PRODUCTS) {
            return edges(signal, placement.family(), anchors.of(placement.start()), true);
        }
        Family family = signal.family();
        return family == null
                ? new Leads.Single(signal, withoutEdges(signal, placement))
                : edges(signal, family, anchors.of(signal.start()), false);
    }

    private List<Lead> withoutEdges(Signal signal, Placement placement) {
        return switch (signal) {
            case BOUGHT_BEFORE -> habits(anchors.habits().weighed(), false);
            case DUE -> habits(anchors.habits().due(), true);
            case POPULAR -> sellers(shop.lists().popular(MOST_OF_SHOP));
            case TRENDING -> sellers(shop.lists().trending(MOST_OF_SHOP));
            case POPULAR_IN_CATEGORY -> inCategories(category -> shop.lists().popularIn(category, MOST_OF_CATEGORY));
            case TRENDING_IN_CATEGORY -> inCategories(category -> shop.lists().trendingIn(category, MOST_OF_CATEGORY));
            case TOP_RATED -> topRated();
            case RELEASED -> released();
            case STAFF_PICKS -> picks();
            case ACCESSORY -> seedLeads.accessories(anchors.seeds());
            case UPGRADE ->
                seedLeads.upgrades(anchors.seeds(), placement.stages().dearer());
            case SAME_SET -> seedLeads.sameSet(anchors.of(placement.start()));
            default -> List.of();
        };
    }

    private Leads edges(Signal signal, Family family, List<Anchor> from, boolean incoming) {
        List<NeighbourRow> rows = new ArrayList<>(from.size());
        for (Anchor anchor : from) {
            rows.add(shop.row(anchor.product(), family));
        }
        return new Leads.Edges(signal, family, from, rows, incoming);
    }

    /** What is due counts by how often it was bought: once is an accident. */
    private static List<Lead> habits(List<Habits.Habit> habits, boolean due) {
        List<Lead> leads = new ArrayList<>(habits.size());
        for (Habits.Habit habit : habits) {
            double weight = due ? habit.weight() * habit.times() : habit.weight();
            leads.add(new Lead(Lead.NOWHERE, habit.product(), habit.times(), null, weight));
        }
        return leads;
    }

    private static List<Lead> sellers(List<Shop.Seller> sellers) {
        List<Lead> leads = new ArrayList<>(sellers.size());
        for (Shop.Seller seller : sellers) {
            leads.add(new Lead(Lead.NOWHERE, seller.product(), 0, null, seller.sales()));
        }
        return leads;
    }

    private List<Lead> topRated() {
        List<Lead> inCategories = inCategories(category -> shop.lists().topRatedIn(category, MOST_OF_CATEGORY));
        return inCategories.isEmpty() ? sellers(shop.lists().topRated(MOST_OF_SHOP)) : inCategories;
    }

    /** Where the interests are, first; then in the whole shop. */
    private List<Lead> released() {
        List<Lead> released = new ArrayList<>(inCategories(
                category -> shop.lists().releasedIn(category, shop.now().minus(NEW), MOST_OF_CATEGORY)));
        double least = released.stream().mapToDouble(Lead::score).min().orElse(1);
        for (Lead lead : sellers(shop.lists().released(shop.now().minus(NEW), MOST_OF_SHOP))) {
            released.add(new Lead(Lead.NOWHERE, lead.product(), 0, null, least * lead.score() / (1000 + lead.score())));
        }
        return released;
    }

    /** The first of the list counts most. */
    private List<Lead> picks() {
        List<Lead> leads = new ArrayList<>();
        for (long product : shop.picks(context)) {
            leads.add(new Lead(Lead.NOWHERE, product, 0, null, 1.0 / (1 + leads.size())));
        }
        return leads;
    }

    private interface OfCategory {
        List<Shop.Seller> of(long category);
    }

    /** A list of each category of interest: a category weighs as much as the interest in it. */
    private List<Lead> inCategories(OfCategory list) {
        Map<Long, Double> interest = new LinkedHashMap<>();
        anchors.preferred().forEach(category -> interest.merge(category, 1.0, Double::sum));
        for (Anchor anchor : anchors.interests()) {
            for (Long category : shop.traits(anchor.product()).categories()) {
                interest.merge(category, anchor.weight(), Double::sum);
            }
        }
        List<Lead> leads = new ArrayList<>();
        interest.forEach((category, weight) -> {
            for (Shop.Seller seller : list.of(category)) {
                leads.add(new Lead(Lead.NOWHERE, seller.product(), 0, null, weight * seller.sales()));
            }
        });
        return leads;
    }
}
