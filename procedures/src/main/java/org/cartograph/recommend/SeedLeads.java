package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.RuleCounts;
import org.cartograph.placement.Stages;
import org.cartograph.shop.Shop;
import org.cartograph.shop.Traits;
import org.jspecify.annotations.Nullable;

/** Where the products of a page lead without being weighed against each other: accessories, upgrades and sets. */
final class SeedLeads {
    /** A cart of two hundred is not understood better by looking at each of its products. */
    private static final int MOST_SEEDS = 20;

    private static final int MOST_ACCESSORIES = 5;
    private static final int FEWEST_ORDERS = 2;
    /** What less than a tenth of the buyers add was not forgotten by the others. */
    private static final double LEAST_CONFIDENCE = 0.1;

    private static final int MOST_OF_CATEGORY = 200;
    private static final int MOST_OF_SET = 50;
    private static final int MOST_UPGRADES = 40;
    private static final int FEWEST_UPGRADES = 4;
    /** The attributes that make a set, the closest first. */
    private static final List<String> SETS = List.of("series", "collection", "set", "line", "brand");

    private final Shop shop;

    SeedLeads(Shop shop) {
        this.shop = shop;
    }

    /** What the buyers of a seed add, by the share of its orders that hold it, where that is no chance. */
    List<Lead> accessories(List<Anchor> seeds) {
        List<Lead> leads = new ArrayList<>();
        for (Anchor seed : first(seeds)) {
            int looked = 0;
            for (Neighbour neighbour : shop.neighbours(seed.product(), Family.BOUGHT_TOGETHER)) {
                if (looked == MOST_ACCESSORIES) {
                    break;
                }
                if (neighbour.via() == null && neighbour.count() >= FEWEST_ORDERS) {
                    looked++;
                    RuleCounts rule = shop.ruleCounts(
                            seed.product(), neighbour.product(), Family.BOUGHT_TOGETHER, neighbour.count());
                    if (rule != null && rule.lift() > 1 && rule.confidence() >= LEAST_CONFIDENCE) {
                        leads.add(new Lead(
                                seed.product(), neighbour.product(), neighbour.count(), null, rule.confidence()));
                    }
                }
            }
        }
        return leads;
    }

    /**
     * What is of a seed's category and dearer by the band: the more alike the better, then the better sold; so many of each
     * seed that together they fill any box. For a seed without a category being alike has to do.
     */
    List<Lead> upgrades(List<Anchor> seeds, Stages.Dearer band) {
        List<Lead> leads = new ArrayList<>();
        int most = Math.max(FEWEST_UPGRADES, MOST_UPGRADES / Math.max(1, seeds.size()));
        for (Anchor seed : first(seeds)) {
            Double price = shop.facts(seed.product()).price();
            if (price != null && price > 0) {
                addUpgrades(leads, seed.product(), price, band, most);
            }
        }
        return leads;
    }

    private void addUpgrades(List<Lead> leads, long seed, double price, Stages.Dearer band, int most) {
        List<Long> categories = shop.traits(seed).categories();
        int alike = 0;
        for (Neighbour neighbour : shop.neighbours(seed, Family.SIMILAR)) {
            if (alike < most
                    && dearer(neighbour.product(), price, band)
                    && (categories.isEmpty() || shares(neighbour.product(), categories))) {
                leads.add(new Lead(seed, neighbour.product(), 0, null, 1 + neighbour.score()));
                alike++;
            }
        }
        for (Long category : categories) {
            int sold = 0;
            for (Shop.Seller seller : shop.lists().popularIn(category, MOST_OF_CATEGORY)) {
                if (sold < most && seller.product() != seed && dearer(seller.product(), price, band)) {
                    leads.add(new Lead(seed, seller.product(), 0, null, seller.sales() / (1 + seller.sales())));
                    sold++;
                }
            }
        }
    }

    /** Most are not, and of those a price of a minute ago tells. */
    private boolean dearer(long product, double price, Stages.Dearer band) {
        return isDearer(shop.listedPrice(product), price, band)
                && isDearer(shop.facts(product).price(), price, band);
    }

    private static boolean isDearer(@Nullable Double other, double price, Stages.Dearer band) {
        return other != null && other >= price * (1 + band.least()) && other <= price * (1 + band.most());
    }

    private boolean shares(long product, List<Long> categories) {
        for (Long category : shop.listedTraits(product).categories()) {
            if (categories.contains(category)) {
                return true;
            }
        }
        return false;
    }

    /** What is of one series with a seed, or of its brand but another category; the best-selling first. */
    List<Lead> sameSet(List<Anchor> seeds) {
        List<Lead> leads = new ArrayList<>();
        for (Anchor seed : first(seeds)) {
            Traits traits = shop.traits(seed.product());
            for (int at = 0; at < SETS.size(); at++) {
                String attribute = SETS.get(at);
                if (!traits.attributes().containsKey(attribute)) {
                    continue;
                }
                boolean brand = attribute.equals("brand");
                int place = 0;
                for (long product : shop.sharing(seed.product(), attribute, MOST_OF_SET)) {
                    if (product != seed.product() && !(brand && shares(product, traits.categories()))) {
                        leads.add(new Lead(seed.product(), product, 0, null, 1.0 / (1 + at) / (1 + place++)));
                    }
                }
            }
        }
        return leads;
    }

    private static List<Anchor> first(List<Anchor> seeds) {
        return seeds.subList(0, Math.min(MOST_SEEDS, seeds.size()));
    }
}
