package org.cartograph.insight;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are wanted.
 *
 * @param minimumSupport least share of all orders with every product of the rule, 0 to 1; 0 asks nothing
 * @param minimumOrders least number of such orders; 1 lists every coincidence
 * @param minimumConfidence 0 to 1; 0 asks nothing
 * @param minimumLift 0 asks nothing, 1 leaves out what is bought together less often than by chance
 * @param product a product that stands on either side, or null
 * @param antecedent a product on the left, or null
 * @param consequent the product on the right, or null
 * @param category a category (or one above it) of at least one product of the rule, or null
 * @param acrossCategories only rules whose consequent shares no category with an antecedent
 * @param minimumItems fewest products in a rule, 2 or 3
 * @param maximumItems most products in a rule, 2 or 3; 3 has two antecedents
 * @param limit most rules
 * @param orderBy the measure that the best rules have most of
 */
record RuleSettings(
        double minimumSupport,
        int minimumOrders,
        double minimumConfidence,
        double minimumLift,
        @Nullable String product,
        @Nullable String antecedent,
        @Nullable String consequent,
        @Nullable String category,
        boolean acrossCategories,
        int minimumItems,
        int maximumItems,
        int limit,
        Measure orderBy) {

    private static final Set<String> KEYS = Set.of(
            "minimumSupport",
            "minimumOrders",
            "minimumConfidence",
            "minimumLift",
            "product",
            "antecedent",
            "consequent",
            "category",
            "acrossCategories",
            "minimumItems",
            "maximumItems",
            "limit",
            "orderBy");

    static RuleSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        int minimumItems = settings.integer("minimumItems", 2, 2, 3);
        return new RuleSettings(
                settings.decimal("minimumSupport", 0, 0, 1),
                settings.integer("minimumOrders", 2, 1, Integer.MAX_VALUE),
                settings.decimal("minimumConfidence", 0, 0, 1),
                settings.decimal("minimumLift", 0, 0, Double.MAX_VALUE),
                settings.text("product"),
                settings.text("antecedent"),
                settings.text("consequent"),
                settings.text("category"),
                settings.flag("acrossCategories", false),
                minimumItems,
                settings.integer("maximumItems", minimumItems, minimumItems, 3),
                settings.integer("limit", 100, 1, 100_000),
                measure(settings));
    }

    private static Measure measure(Settings settings) {
        String word = settings.has("orderBy") ? settings.text("orderBy") : Measure.ORDERS.word();
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("`orderBy` must be one of " + String.join(", ", Measure.words())
                                + ", but was '" + word + "'." + Suggestion.of(String.valueOf(word), Measure.words())));
    }

    /** The fewest orders that satisfy both minimumOrders and minimumSupport. */
    int fewestOrders(long all) {
        // The sliver keeps 0.3 · 10 at 3.
        return (int) Math.max(minimumOrders, Math.ceil(minimumSupport * all - 1e-9));
    }

    boolean wantsPairs() {
        return minimumItems == 2;
    }

    boolean wantsTriples() {
        return maximumItems == 3;
    }
}
