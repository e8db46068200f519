package org.cartograph.insight;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Which bundles are wanted.
 *
 * @param minimumItems fewest products, 2 to 4
 * @param maximumItems most products, 2 to 4
 * @param minimumOrders least number of orders with all of them; 1 lists every coincidence
 * @param minimumSupport least share of all orders with all of them, 0 to 1; 0 asks nothing
 * @param minimumLift 0 asks nothing, 1 leaves out what is bought together less often than by chance
 * @param product a product of every bundle, or null
 * @param category a category (or one above it) of at least one product of the bundle, or null
 * @param sellable whether every product must be in stock, active and in season
 * @param everySet whether to list parts and variants of a bundle too
 * @param marginFloor what a discount must leave as margin
 * @param limit most bundles
 * @param orderBy what the first bundles have most of
 */
record BundleSettings(
        int minimumItems,
        int maximumItems,
        int minimumOrders,
        double minimumSupport,
        double minimumLift,
        @Nullable String product,
        @Nullable String category,
        boolean sellable,
        boolean everySet,
        MarginFloor marginFloor,
        int limit,
        BundleOrder orderBy) {

    private static final int MOST_ITEMS = 4;

    private static final Set<String> KEYS = Set.of(
            "minimumItems",
            "maximumItems",
            "minimumOrders",
            "minimumSupport",
            "minimumLift",
            "product",
            "category",
            "sellable",
            "everySet",
            "marginFloor",
            "limit",
            "orderBy");

    static BundleSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        int minimumItems = settings.integer("minimumItems", 2, 2, MOST_ITEMS);
        return new BundleSettings(
                minimumItems,
                settings.integer("maximumItems", MOST_ITEMS, minimumItems, MOST_ITEMS),
                settings.integer("minimumOrders", 3, 1, Integer.MAX_VALUE),
                settings.decimal("minimumSupport", 0, 0, 1),
                settings.decimal("minimumLift", 1, 0, Double.MAX_VALUE),
                settings.text("product"),
                settings.text("category"),
                settings.flag("sellable", true),
                settings.flag("everySet", false),
                new MarginFloor(settings.decimal("marginFloor", 0.1, 0, 0.99)),
                settings.integer("limit", 50, 1, 10_000),
                order(settings));
    }

    private static BundleOrder order(Settings settings) {
        String word = settings.has("orderBy") ? settings.text("orderBy") : BundleOrder.ORDERS.word();
        return Arrays.stream(BundleOrder.values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`orderBy` must be one of " + String.join(", ", BundleOrder.words()) + ", but was "
                                + Shown.of(word) + "." + Suggestion.of(String.valueOf(word), BundleOrder.words())));
    }

    /** The fewest orders that satisfy both minimumOrders and minimumSupport. */
    int fewestOrders(long all) {
        // The sliver keeps 0.3 · 10 at 3.
        return (int) Math.max(minimumOrders, Math.ceil(minimumSupport * all - 1e-9));
    }
}
