package org.cartograph.merchandise;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The products that a rule is about: those listed, and those that have, for every key, one of its values.
 *
 * @param products ids, in the merchandiser's order
 * @param attributes values by attribute key; brands and categories are attributes too
 */
public record Selector(Set<String> products, Map<String, Set<String>> attributes) {
    /** Every product. */
    static final Selector ALL = new Selector(Set.of(), Map.of());

    /** Whether nothing was selected, which means every product. */
    public boolean isEmpty() {
        return products.isEmpty() && attributes.isEmpty();
    }

    /**
     * Whether a product is meant.
     *
     * @param attributesOfProduct its values by attribute key; for a rule about a category to hold for what is below it,
     *     the categories above its own must be among them
     */
    public boolean matches(String productId, Map<String, List<String>> attributesOfProduct) {
        return isEmpty() || products.contains(productId) || matches(attributesOfProduct);
    }

    private boolean matches(Map<String, List<String>> has) {
        if (attributes.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, Set<String>> wanted : attributes.entrySet()) {
            if (has.getOrDefault(wanted.getKey(), List.of()).stream().noneMatch(wanted.getValue()::contains)) {
                return false;
            }
        }
        return true;
    }
}
