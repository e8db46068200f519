package org.cartograph.privacy;

import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the shop holds about a person.
 *
 * @param kind {@code Customer} for the person's own properties, {@code Order}, or the type of a relationship
 * @param at when it happened, null when that is not held
 * @param productId the product it is about, null when it is about none
 * @param data all its properties; what it leads to, when that is no product, under {@code to} or {@code from}
 */
public record Held(
        String kind, @Nullable ZonedDateTime at, @Nullable String productId, Map<String, Object> data) {}
