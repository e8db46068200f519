package org.cartograph.service.recommendation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * What may be offered. Every part given must hold; within a list any entry is enough.
 *
 * @param price      bounds in the shop's currency, both inclusive
 * @param categories names, any of them
 * @param brands     names, any of them
 * @param attributes attribute key → values, any value of every key
 * @param inStock    true: only products in stock
 * @param exclude    product ids never to offer
 */
public record Filter(
        @Nullable Price price,
        List<String> categories,
        List<String> brands,
        Map<String, List<String>> attributes,
        @Nullable Boolean inStock,
        List<String> exclude) {

    /** A filter that lets everything pass. */
    public static final Filter NONE = new Filter(null, List.of(), List.of(), Map.of(), null, List.of());

    /** Bounds of a price in the shop's currency, both inclusive; null means no bound. */
    @Schema(name = "PriceRange")
    public record Price(@Nullable Double min, @Nullable Double max) {

        public Price {
            if (min != null && max != null && min > max) {
                throw new InvalidRequest("`filter.price.min` must not be above `filter.price.max`, but was %s > %s."
                        .formatted(min, max));
            }
        }

        Map<String, Object> asParameter() {
            Map<String, Object> parameter = new LinkedHashMap<>();
            put(parameter, "min", min);
            put(parameter, "max", max);
            return parameter;
        }
    }

    public Filter(
            @Nullable Price price,
            @Nullable List<String> categories,
            @Nullable List<String> brands,
            @Nullable Map<String, List<String>> attributes,
            @Nullable Boolean inStock,
            @Nullable List<String> exclude) {
        this.price = price;
        this.categories = List.copyOf(Check.list("filter.categories", categories));
        this.brands = List.copyOf(Check.list("filter.brands", brands));
        this.attributes = checked(attributes);
        this.inStock = inStock;
        this.exclude = Check.each("filter.exclude", exclude);
    }

    private static Map<String, List<String>> checked(@Nullable Map<String, List<String>> attributes) {
        Map<String, List<String>> checked = new LinkedHashMap<>();
        if (attributes != null) {
            attributes.forEach(
                    (key, values) -> checked.put(key, List.copyOf(Check.list("filter.attributes." + key, values))));
        }
        return Collections.unmodifiableMap(checked);
    }

    /** This filter as the plugin reads it, without the parts that were not given. */
    Map<String, Object> asParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        put(parameter, "price", price == null ? null : price.asParameter());
        put(parameter, "categories", categories.isEmpty() ? null : categories);
        put(parameter, "brands", brands.isEmpty() ? null : brands);
        put(parameter, "attributes", attributes.isEmpty() ? null : attributes);
        put(parameter, "inStock", inStock);
        put(parameter, "exclude", exclude.isEmpty() ? null : exclude);
        return parameter;
    }

    private static void put(Map<String, Object> parameter, String key, @Nullable Object value) {
        if (value != null) {
            parameter.put(key, value);
        }
    }
}
