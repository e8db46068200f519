package org.cartograph.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cartograph.facts.Catalogue;
import org.cartograph.similarity.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of the products that are known in a training part; of later products nothing is known, not even
 * how common their attributes make the others'.
 */
final class TrainingCatalogue {
    private static final String CATEGORY = "category";
    /** Keys that say something of a product, but not what kind of thing it is. */
    private static final Set<String> NO_CATEGORY = Set.of("token", "priceBand", "brand");

    private final TrainingPart part;
    private final Catalogue known;
    private final String categoryKey;

    TrainingCatalogue(TrainingPart part, Catalogue catalogue) {
        this.part = part;
        BitSet products = new BitSet();
        for (int rank = 0; rank < part.products(); rank++) {
            products.set(part.bookNumber(rank));
        }
        this.known = catalogue.keeping(products);
        this.categoryKey = categoryKey();
    }

    /** {@code category}; in a shop without categories the key that sorts most products into one drawer each. */
    private String categoryKey() {
        Attributes attributes = known.attributes();
        return attributes.keys().stream()
                .filter(key -> !NO_CATEGORY.contains(key))
                .max(Comparator.<String>comparingInt(key -> key.equals(CATEGORY) ? 1 : 0)
                        .thenComparingLong(this::sorted)
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(CATEGORY);
    }

    private long sorted(String key) {
        long sorted = 0;
        for (int rank = 0; rank < part.products(); rank++) {
            int[] values = known.attributes().own(part.bookNumber(rank), key);
            sorted += values.length == 1 && known.attributes().members(values[0]) > 1 ? 1 : 0;
        }
        return sorted;
    }

    /** The catalogue as a build takes it. */
    Catalogue known() {
        return known;
    }

    /** The categories of a product. */
    List<Long> categories(long product) {
        return Arrays.stream(known.attributes().own(part.bookNumber(product), categoryKey))
                .mapToObj(Long::valueOf)
                .toList();
    }

    /** Its brand, or null when it has none. */
    @Nullable
    String brand(long product) {
        int[] brands = known.attributes().own(part.bookNumber(product), "brand");
        return brands.length == 0 ? null : String.valueOf(brands[0]);
    }

    /** Its price, or null when unknown. */
    @Nullable
    Double price(long product) {
        double price = known.prices()[part.bookNumber(product)];
        return Double.isNaN(price) ? null : price;
    }

    /** The attributes that mean something: those that do not belong to very many products. */
    int[] attributes(long product) {
        return known.attributes().of(part.bookNumber(product));
    }
}
