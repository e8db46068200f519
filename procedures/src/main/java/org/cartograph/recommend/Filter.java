package org.cartograph.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.graph.ProductFacts;
import org.cartograph.settings.Settings;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * What the caller wants to see only.
 *
 * @param least lowest price, or null
 * @param most highest price, or null
 * @param attributes allowed values by attribute key: a product needs one of them for every key
 * @param countedStockOnly whether products whose stock the shop does not count are left out as well; those that are out
 *     of stock are never offered
 */
record Filter(
        @Nullable Double least, @Nullable Double most, Map<String, Set<String>> attributes, boolean countedStockOnly) {

    /** Everything may be shown. */
    static final Filter NONE = new Filter(null, null, Map.of(), false);

    private static final Set<String> KEYS = Set.of("price", "categories", "brands", "attributes", "inStock", "exclude");

    /** Reads the {@code filter} of a request; its {@code exclude} is read with the request's own. */
    static Filter of(Settings request) {
        Settings filter = request.nested("filter", KEYS);
        Settings price = filter.nested("price", Set.of("min", "max"));
        Double least = price.amount("min");
        Double most = price.amount("max");
        if (least != null && most != null && most < least) {
            throw new IllegalArgumentException("`filter.price.max` must not be below `filter.price.min`, but was "
                    + most + " with " + least + ".");
        }
        Map<String, Set<String>> attributes = new TreeMap<>();
        filter.textLists("attributes").forEach((key, values) -> attributes.put(key, Set.copyOf(new HashSet<>(values))));
        add(attributes, "category", filter.texts("categories"));
        add(attributes, "brand", filter.texts("brands"));
        return new Filter(least, most, attributes, filter.flag("inStock", false));
    }

    static List<String> excluded(Settings request) {
        return Request.ids(request.nested("filter", KEYS), "exclude");
    }

    private static void add(Map<String, Set<String>> attributes, String key, List<String> values) {
        if (!values.isEmpty()) {
            attributes.put(key, Set.copyOf(new HashSet<>(values)));
        }
    }

    /** Whether the shopper asked for brands. */
    boolean asksForBrands() {
        return attributes.containsKey("brand");
    }

    /** Whether a product may be shown; a product without a price passes no price filter. */
    boolean allows(Shop shop, long product) {
        ProductFacts facts = shop.facts(product);
        if (!priceAllows(facts.price()) || (countedStockOnly && facts.stock() == null)) {
            return false;
        }
        if (attributes.isEmpty()) {
            return true;
        }
        Map<String, List<String>> has = shop.traits(product).attributes();
        return attributes.entrySet().stream()
                .allMatch(wanted ->
                        has.getOrDefault(wanted.getKey(), List.of()).stream().anyMatch(wanted.getValue()::contains));
    }

    private boolean priceAllows(@Nullable Double price) {
        if (least == null && most == null) {
            return true;
        }
        return price != null && (least == null || price >= least) && (most == null || price <= most);
    }
}
