package org.cartograph.load.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a product. What is not mentioned stays as it is in the graph: a file of prices changes prices only.
 *
 * @param id the shop's key
 * @param facts properties by name; null takes the property away
 * @param attributes what it has
 * @param keys the keys this description is complete for: attributes of these keys that it does not list are taken away
 * @param parentCategory the category above its own, or null
 */
public record Product(
        String id,
        Map<String, @Nullable Object> facts,
        Set<Attribute> attributes,
        Set<String> keys,
        @Nullable String parentCategory) {

    /** This and what is said of it later: the later word counts, what it does not mention stays. */
    Product then(Product later) {
        Map<String, @Nullable Object> together = new HashMap<>(facts);
        together.putAll(later.facts);
        Set<Attribute> has = new TreeSet<>(attributes);
        has.removeIf(attribute -> later.keys.contains(attribute.key()));
        has.addAll(later.attributes);
        Set<String> complete = new TreeSet<>(keys);
        complete.addAll(later.keys);
        boolean moved = later.keys.contains(Attribute.CATEGORY);
        return new Product(id, together, has, complete, moved ? later.parentCategory : parentCategory);
    }

    /** Its category, or null. */
    @Nullable
    String category() {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(Attribute.CATEGORY))
                .map(Attribute::value)
                .findFirst()
                .orElse(null);
    }
}
