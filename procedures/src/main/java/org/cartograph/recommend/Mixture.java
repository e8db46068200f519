package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.placement.Stages;
import org.cartograph.shop.Shop;
import org.cartograph.shop.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Mixes a box: the best contenders in their order, but no brand beyond its share, and in a box of four and more the last
 * places are kept for categories and price tiers that would be missing.
 *
 * <p>So the first places are never touched: what a mixture costs is the last places' hits.
 */
final class Mixture {
    static final int SMALLEST = 4;
    private static final int TIERS = 3;

    private final Shop shop;
    private final int size;
    private final int brandMost;
    private final Stages.Diversity wanted;
    private final Set<Long> categories = new HashSet<>();
    private final Set<Integer> tiers = new HashSet<>();
    private final Map<String, Integer> brands = new HashMap<>();
    /** Products in the box, be they chosen here or pinned. */
    private final List<Long> in = new ArrayList<>();

    /**
     * @param brandsFiltered whether the shopper asked for a brand, which then may fill the box
     */
    Mixture(Shop shop, Stages.Diversity wanted, int size, boolean brandsFiltered) {
        this.shop = shop;
        this.size = size;
        this.wanted = wanted;
        this.brandMost = brandsFiltered ? Integer.MAX_VALUE : Math.max(1, (int) Math.floor(wanted.brandShare() * size));
    }

    /** Whether another product of its brand may come in. */
    boolean hasRoomFor(long product) {
        String brand = shop.traits(product).brand();
        return brand == null || brandMost == Integer.MAX_VALUE || brands.getOrDefault(brand, 0) < brandMost;
    }

    /** Counts a product that is in the box. */
    void add(long product) {
        in.add(product);
        Traits traits = shop.traits(product);
        categories.add(traits.category(product));
        tiers.add(tier(product));
        if (traits.brand() != null) {
            brands.merge(traits.brand(), 1, Integer::sum);
        }
    }

    /**
     * Chooses from contenders.
     *
     * @param pool best first
     * @param places how many are wanted
     * @return at most that many, in the order to show them; each was added
     */
    List<Contender> choose(List<Contender> pool, int places) {
        List<Contender> left = new ArrayList<>(pool);
        List<Contender> chosen = new ArrayList<>(places);
        while (chosen.size() < places) {
            int keep = places - chosen.size();
            if (size >= SMALLEST && wanted.categories() - categories.size() >= keep && makeRoom(left, chosen)) {
                continue;
            }
            Contender next = size < SMALLEST ? first(left, false, false) : next(left, keep);
            if (next == null) {
                break;
            }
            left.remove(next);
            chosen.add(next);
            add(next.product());
        }
        chosen.sort(null);
        return chosen;
    }

    /**
     * Where a category is needed and all that is left of others is of brands that are full: lets one come in for a product
     * of its brand, the last of those whose category comes twice.
     */
    private boolean makeRoom(List<Contender> left, List<Contender> chosen) {
        if (first(left, true, false) != null) {
            return false;
        }
        for (Contender comes : left) {
            for (int at = chosen.size() - 1; at > 0 && !categories.contains(category(comes)); at--) {
                Contender goes = chosen.get(at);
                if (sameBrand(goes, comes) && comesTwice(category(goes))) {
                    chosen.remove(at);
                    remove(goes);
                    left.remove(comes);
                    chosen.add(comes);
                    add(comes.product());
                    return true;
                }
            }
        }
        return false;
    }

    private boolean sameBrand(Contender one, Contender other) {
        String brand = shop.traits(one.product()).brand();
        return brand != null && brand.equals(shop.traits(other.product()).brand());
    }

    private boolean comesTwice(long category) {
        return in.stream()
                        .filter(product -> shop.traits(product).category(product) == category)
                        .count()
                > 1;
    }

    private long category(Contender contender) {
        return shop.traits(contender.product()).category(contender.product());
    }

    /**
     * Gives some of the last places to others, in their order, where the mixture stays as it has to be.
     *
     * @param chosen the box; changed
     * @return those that came in
     */
    List<Contender> replaceLast(List<Contender> chosen, List<Contender> others, int places) {
        List<Contender> came = new ArrayList<>();
        List<Contender> left = new ArrayList<>(others);
        for (int place = chosen.size() - 1; place > 0 && came.size() < places; place--) {
            Contender went = chosen.get(place);
            remove(went);
            Contender comes = null;
            for (Contender other : left) {
                if (hasRoomFor(other.product()) && keepsTheMixture(chosen, went, other)) {
                    comes = other;
                    break;
                }
            }
            chosen.set(place, comes == null ? went : comes);
            add(chosen.get(place).product());
            if (comes != null) {
                came.add(comes);
                left.remove(comes);
            }
        }
        return came;
    }

    /** Takes a product out of the counts; the categories and tiers are those of the others then. */
    private void remove(Contender went) {
        String brand = shop.traits(went.product()).brand();
        if (brand != null) {
            brands.merge(brand, -1, Integer::sum);
        }
        categories.clear();
        tiers.clear();
        in.remove(went.product());
        for (long other : in) {
            categories.add(shop.traits(other).category(other));
            tiers.add(tier(other));
        }
    }

    /** A place that was kept for a category goes to that category's or to another new one. */
    private boolean keepsTheMixture(List<Contender> chosen, Contender went, Contender comes) {
        if (chosen.size() < SMALLEST || categories.size() >= wanted.categories()) {
            return true;
        }
        return categories.contains(category(went)) || !categories.contains(category(comes));
    }

    private @Nullable Contender next(List<Contender> left, int places) {
        boolean needsCategory = wanted.categories() - categories.size() >= places;
        boolean needsTier = wanted.priceTiers() - known(tiers) >= places;
        Contender next = first(left, needsCategory, needsTier);
        if (next == null && needsCategory) {
            next = first(left, true, false);
        }
        if (next == null && needsTier) {
            next = first(left, false, true);
        }
        return next == null ? first(left, false, false) : next;
    }

    /** The first that may come in and brings what is needed. */
    private @Nullable Contender first(List<Contender> left, boolean newCategory, boolean newTier) {
        for (Contender contender : left) {
            long product = contender.product();
            if (hasRoomFor(product)
                    && (!newCategory
                            || !categories.contains(shop.traits(product).category(product)))
                    && (!newTier || bringsTier(product))) {
                return contender;
            }
        }
        return null;
    }

    private boolean bringsTier(long product) {
        int tier = tier(product);
        return tier >= 0 && !tiers.contains(tier);
    }

    private static int known(Set<Integer> tiers) {
        return tiers.contains(-1) ? tiers.size() - 1 : tiers.size();
    }

    /** The third of its category's prices, from 0; −1 unknown. */
    private int tier(long product) {
        double tier = shop.priceTier(product);
        return Double.isNaN(tier) ? -1 : Math.min(TIERS - 1, (int) (tier * TIERS));
    }
}
