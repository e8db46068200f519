package org.cartograph.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has told the shop.
 *
 * @param consent whether behaviour may be used; null when the customer never said, which counts as yes
 * @param categories liked categories
 * @param brands liked brands
 * @param attributes other liked attributes: key → values
 */
public record Preferences(
        @Nullable Boolean consent,
        List<String> categories,
        List<String> brands,
        Map<String, List<String>> attributes) {}
