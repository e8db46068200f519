package org.cartograph.placement;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.settings.Settings;

/**
 * What happens to the candidates of a box after they were scored; each part can be switched off.
 *
 * @param taste how much a customer's own categories, brands and price tier count
 * @param returns exponent by which what is often sent back sinks: {@code ((1 − r)/(1 − r_shop))^returns} where r, shrunk,
 *     is above the shop's rate; 0 (off) to 10, default 1
 * @param response exponent by which what is taken more often than was to be expected rises, and what is not sinks: 0
 *     (outcomes change nothing) to 10, default 1
 * @param fatigue when a product that was shown in vain rests
 * @param diversity how mixed a box has to be
 * @param exploration how many places go to what is not known well
 * @param dearer how much dearer an upgrade is
 */
public record Stages(
        Taste taste,
        double returns,
        double response,
        Fatigue fatigue,
        Diversity diversity,
        Exploration exploration,
        Dearer dearer) {

    /** The names of the stages in a recipe. */
    static final Set<String> KEYS =
            Set.of("taste", "returns", "response", "fatigue", "diversity", "exploration", "dearer");

    /** What every box has unless its recipe says otherwise. */
    public static final Stages STANDARD = new Stages(
            new Taste(0.1, 0.1, 0.1),
            1,
            1,
            new Fatigue(5, 7),
            new Diversity(3, 2, 0.5),
            new Exploration(0.15, 0.01),
            new Dearer(0.1, 0.6));

    /**
     * How much a known customer's own ways count: {@code factor = (1 + category · a)(1 + brand · b)(1 + price · f)} with a
     * and b the share of the past, a recent purchase counting more, in the product's category and of its brand, and f = 1 −
     * |difference of price tiers|.
     *
     * @param category 0 (not at all) to 10
     * @param brand 0 to 10
     * @param price 0 to 10
     */
    public record Taste(double category, double brand, double price) {
        static Taste of(Settings given, Taste standard) {
            return new Taste(
                    given.decimal("category", standard.category, 0, 10),
                    given.decimal("brand", standard.brand, 0, 10),
                    given.decimal("price", standard.price, 0, 10));
        }

        /** Whether it changes nothing. */
        public boolean isOff() {
            return category == 0 && brand == 0 && price == 0;
        }
    }

    /**
     * A product that was shown and never clicked counts {@code 2^(−shown/times)}, and rests from the n-th time on.
     *
     * @param times how often it may be shown in vain: 1 to 1,000, 0 = as often as it likes
     * @param restDays days since the last time until it is shown again: 1 to 365
     */
    public record Fatigue(int times, int restDays) {
        static Fatigue of(Settings given, Fatigue standard) {
            return new Fatigue(
                    given.integer("times", standard.times, 0, 1_000),
                    given.integer("restDays", standard.restDays, 1, 365));
        }
    }

    /**
     * What a box of four and more holds, as far as its best candidates allow.
     *
     * @param categories distinct categories at least: 1 (any) to 10
     * @param priceTiers distinct thirds of their categories' prices at least: 1 (any) to 3
     * @param brandShare share of the places that one brand may take, unless the shopper filtered by brand: above 0, 1 =
     *     all
     */
    public record Diversity(int categories, int priceTiers, double brandShare) {
        static Diversity of(Settings given, Diversity standard) {
            return new Diversity(
                    given.integer("categories", standard.categories, 1, 10),
                    given.integer("priceTiers", standard.priceTiers, 1, 3),
                    given.decimal("brandShare", standard.brandShare, 0.01, 1));
        }
    }

    /**
     * Places for what is not known well.
     *
     * @param share share of the places: 0 (none) to 0.5
     * @param swap share of the answers in which the first changes places with any other, to learn what places do: 0 to 0.1
     */
    public record Exploration(double share, double swap) {
        static Exploration of(Settings given, Exploration standard) {
            return new Exploration(
                    given.decimal("share", standard.share, 0, 0.5), given.decimal("swap", standard.swap, 0, 0.1));
        }
    }

    /**
     * How much dearer than the seed an upgrade is, as shares of the seed's price.
     *
     * @param least above 0, to 10
     * @param most at least {@code least}, to 10
     */
    public record Dearer(double least, double most) {
        static Dearer of(Settings given, Dearer standard) {
            double least = given.decimal("least", standard.least, 0.001, 10);
            double most = given.decimal("most", Math.max(least, standard.most), 0.001, 10);
            if (most < least) {
                throw given.refusal("most", "at least `least`, which is " + least, most);
            }
            return new Dearer(least, most);
        }
    }

    /** Reads the stages that a recipe, or the shop for all recipes, gives. */
    static Stages of(Settings given, Stages standard) {
        return new Stages(
                Taste.of(given.nested("taste", Set.of("category", "brand", "price")), standard.taste),
                given.decimal("returns", standard.returns, 0, 10),
                given.decimal("response", standard.response, 0, 10),
                Fatigue.of(given.nested("fatigue", Set.of("times", "restDays")), standard.fatigue),
                Diversity.of(
                        given.nested("diversity", Set.of("categories", "priceTiers", "brandShare")),
                        standard.diversity),
                Exploration.of(given.nested("exploration", Set.of("share", "swap")), standard.exploration),
                Dearer.of(given.nested("dearer", Set.of("least", "most")), standard.dearer));
    }

    Stages with(Diversity other) {
        return new Stages(taste, returns, response, fatigue, other, exploration, dearer);
    }

    /** The stages as a recipe has them. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new TreeMap<>();
        map.put("taste", Map.of("category", taste.category, "brand", taste.brand, "price", taste.price));
        map.put("returns", returns);
        map.put("response", response);
        map.put("fatigue", Map.of("times", (long) fatigue.times, "restDays", (long) fatigue.restDays));
        map.put(
                "diversity",
                Map.of(
                        "categories",
                        (long) diversity.categories,
                        "priceTiers",
                        (long) diversity.priceTiers,
                        "brandShare",
                        diversity.brandShare));
        map.put("exploration", Map.of("share", exploration.share, "swap", exploration.swap));
        map.put("dearer", Map.of("least", dearer.least, "most", dearer.most));
        return map;
    }
}
