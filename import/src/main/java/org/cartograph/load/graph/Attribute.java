package org.cartograph.load.graph;

import java.util.Comparator;
import java.util.Map;

/**
 * Something products have in common, such as {@code color: red}.
 *
 * @param key what is said; {@value #CATEGORY}, {@value #BRAND}, {@value #PRICE_BAND} and {@value #TOKEN} carry a label of their own
 * @param value what is said about it, at most {@value #LONGEST_VALUE} characters
 */
public record Attribute(String key, String value) implements Comparable<Attribute> {

    public static final String CATEGORY = "category";
    public static final String BRAND = "brand";
    public static final String PRICE_BAND = "priceBand";
    public static final String TOKEN = "token";

    /** Longer values are sentences, which no two products share. */
    public static final int LONGEST_VALUE = 100;

    private static final Comparator<Attribute> ORDER =
            Comparator.comparing(Attribute::key).thenComparing(Attribute::value);

    @Override
    public int compareTo(Attribute other) {
        return ORDER.compare(this, other);
    }

    Map<String, Object> parameters() {
        return Map.of("key", key, "value", value);
    }
}
