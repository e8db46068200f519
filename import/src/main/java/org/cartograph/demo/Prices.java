package org.cartograph.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prices in cents: within the category's range, higher for a better brand and for more of it, with a shop's endings. */
final class Prices {

    /** Traits whose later values are the larger, hence dearer, ones. */
    private static final Set<String> GRADED =
            Set.of("memory", "capacity", "screen_inches", "pack", "size", "power", "length");

    private Prices() {}

    static int draw(Category category, Brand brand, Map<String, String> attributes, Dice dice) {
        double tier = (brand.tier() - 1 + dice.unit()) / 3;
        double position = 0.6 * tier + 0.25 * grade(category, attributes) + 0.15 * dice.unit();
        // StrictMath, because Math may round the last bit differently from one machine to the next.
        double price = category.low() * StrictMath.pow((double) category.high() / category.low(), position);
        return withEnding(price, brand.tier());
    }

    /** Cents as a decimal number of whole units, the same in every locale. */
    static String decimal(int cents) {
        int rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    private static double grade(Category category, Map<String, String> attributes) {
        double sum = 0;
        int graded = 0;
        for (Category.Trait trait : category.traits()) {
            if (GRADED.contains(trait.key())) {
                List<String> values = List.of(trait.values().split("\\|", -1));
                sum += (values.indexOf(attributes.get(trait.key())) + 0.5) / values.size();
                graded++;
            }
        }
        return graded == 0 ? 0.5 : sum / graded;
    }

    private static int withEnding(double price, int tier) {
        int whole = (int) price;
        if (price < 10) {
            return whole * 100 + (price - whole < 0.5 ? 49 : 99);
        }
        if (price < 100) {
            return whole * 100 + (tier == 3 ? 90 : 99);
        }
        if (price < 500) {
            return (whole / 10 * 10 + 9) * 100 + (tier == 1 ? 99 : 0);
        }
        return (whole / 50 * 50 + 49) * 100;
    }
}
