package org.cartograph.service.warmup;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What pages are asked about: these products, and nobody. */
record Subject(List<String> products) {

    private static final int SHORTEST_BUDGET = 5;
    private static final int LONGEST_BUDGET = 10_000;

    /** A request as a storefront sends it. */
    Map<String, Object> question(String context, Duration atMost) {
        return Map.of(
                "context",
                context,
                "products",
                products.stream().map(id -> Map.of("productId", id)).toList(),
                "explore",
                false,
                "budgetMs",
                Math.max(SHORTEST_BUDGET, Math.min(LONGEST_BUDGET, atMost.toMillis())));
    }
}
