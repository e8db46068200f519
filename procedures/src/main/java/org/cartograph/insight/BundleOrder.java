package org.cartograph.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What bundles can be ordered by, most first. */
enum BundleOrder {
    ORDERS,
    LIFT,
    PRICE,
    MARGIN,
    DISCOUNT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(BundleOrder::word).toList();
    }
}
