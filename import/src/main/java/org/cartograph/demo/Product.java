package org.cartograph.demo;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One product of the catalogue.
 *
 * @param category position of its category
 * @param rank its place in its category's popularity, 0 being the most wanted
 * @param price in cents
 * @param margin in cents a piece
 * @param window when it is on offer this season or next; null means always
 * @param firstDay first day of the timeline on which shoppers find it; past the end for the newest cohort
 * @param lastDay last day of the timeline on which it was sold
 * @param attributes in the order of its category's traits
 */
record Product(
        String id,
        String name,
        int category,
        int rank,
        Brand brand,
        int price,
        int stock,
        boolean active,
        int margin,
        LocalDate releasedAt,
        Season.@Nullable Window window,
        int firstDay,
        int lastDay,
        Map<String, String> attributes) {

    boolean isFoundOn(int day) {
        return firstDay <= day && day <= lastDay;
    }

    /** Released within the last week: it has hardly any sales, whatever its rank. */
    boolean isNewest() {
        return firstDay >= Timeline.DAYS;
    }

    /** On sale for the whole of the timeline and still to be had. */
    boolean isEstablished() {
        return firstDay <= 0 && active && stock > 0 && window == null;
    }

    /** Whether two products fit each other: an empty key asks for nothing. */
    boolean fits(Product other, String key) {
        return key.isEmpty() || attribute(key).equals(other.attribute(key));
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
