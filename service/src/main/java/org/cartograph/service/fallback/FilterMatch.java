package org.cartograph.service.fallback;

import java.util.List;
import java.util.function.Predicate;
import org.cartograph.service.fallback.Snapshot.PopularProduct;
import org.cartograph.service.recommendation.Filter;
import org.cartograph.service.recommendation.Filter.Price;
import org.jspecify.annotations.Nullable;

/** Whether a product of the snapshot passes a request's filter; all of the snapshot was in stock when it was taken. */
final class FilterMatch {

    private FilterMatch() {}

    static Predicate<PopularProduct> of(Filter filter) {
        return ofCategories(filter)
                .and(product -> anyOf(filter.brands(), product, "brand"))
                .and(product -> filter.attributes().keySet().stream()
                        .allMatch(key -> anyOf(filter.attributes().getOrDefault(key, List.of()), product, key)))
                .and(product -> within(filter.price(), product));
    }

    static Predicate<PopularProduct> ofCategories(Filter filter) {
        return product -> anyOf(filter.categories(), product, "category");
    }

    private static boolean anyOf(List<String> wanted, PopularProduct product, String key) {
        List<String> has = product.attributes().getOrDefault(key, List.of());
        return wanted.isEmpty() || wanted.stream().anyMatch(has::contains);
    }

    /** A product without a price passes no bound. */
    private static boolean within(@Nullable Price bounds, PopularProduct product) {
        if (bounds == null) {
            return true;
        }
        Double price = product.price();
        return price != null
                && (bounds.min() == null || price >= bounds.min())
                && (bounds.max() == null || price <= bounds.max());
    }
}
