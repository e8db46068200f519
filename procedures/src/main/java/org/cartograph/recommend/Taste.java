package org.cartograph.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.placement.Stages;
import org.cartograph.shop.Shop;
import org.cartograph.shop.Traits;

/**
 * Favours what is like the customer's own ways: the categories and brands of the past and the price tier.
 *
 * <p>{@code factor = (1 + category · a)(1 + brand · b)(1 + price · f)}: see {@link Stages.Taste}. The brands that a
 * shopper says to like count in full, as do the categories.
 */
final class Taste {
    static final String STAGE = "taste";
    /** The latest products say what somebody likes; more of them change nothing but the time an answer takes. */
    private static final int MOST = 50;

    private final Shop shop;
    private final Map<Long, Double> categories = new HashMap<>();
    private final Map<String, Double> brands = new HashMap<>();
    private double tier = Double.NaN;

    Taste(Shop shop, Anchors anchors) {
        this.shop = shop;
        List<Anchor> past = anchors.past();
        double all = 0;
        double tiers = 0;
        double tierWeight = 0;
        for (Anchor anchor : past.subList(0, Math.min(MOST, past.size()))) {
            Traits traits = shop.listedTraits(anchor.product());
            all += anchor.weight();
            for (Long category : traits.categories()) {
                categories.merge(category, anchor.weight(), Double::sum);
            }
            if (traits.brand() != null) {
                brands.merge(traits.brand(), anchor.weight(), Double::sum);
            }
            double priceTier = shop.priceTier(anchor.product());
            if (!Double.isNaN(priceTier)) {
                tiers += anchor.weight() * priceTier;
                tierWeight += anchor.weight();
            }
        }
        if (all > 0) {
            double whole = all;
            categories.replaceAll((category, weight) -> weight / whole);
            brands.replaceAll((brand, weight) -> weight / whole);
        }
        if (tierWeight > 0) {
            tier = tiers / tierWeight;
        }
        anchors.preferred().forEach(category -> categories.put(category, 1.0));
        anchors.shopper().preferredBrands().forEach(brand -> brands.put(brand, 1.0));
    }

    /** Changes a contender's score. */
    void adjust(Contender contender, Stages.Taste strength) {
        if (strength.isOff() || (categories.isEmpty() && brands.isEmpty())) {
            return;
        }
        Traits traits = shop.traits(contender.product());
        double category = 0;
        for (Long one : traits.categories()) {
            category = Math.max(category, categories.getOrDefault(one, 0.0));
        }
        double brand = traits.brand() == null ? 0 : brands.getOrDefault(traits.brand(), 0.0);
        double priceTier = Double.isNaN(tier) ? Double.NaN : shop.priceTier(contender.product());
        double fit = Double.isNaN(priceTier) ? 0 : 1 - Math.abs(priceTier - tier);
        contender.multiply(
                STAGE,
                null,
                (1 + strength.category() * category) * (1 + strength.brand() * brand) * (1 + strength.price() * fit));
    }
}
