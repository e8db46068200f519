package org.cartograph.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shelf of the shop.
 *
 * @param slug what its product ids start with
 * @param low cheapest price in whole currency units
 * @param high dearest price in whole currency units
 * @param assortment its share of all products, relative to the other categories
 * @param demand its share of all purchases, relative to the other categories
 * @param margin usual margin as a share of the price, 0 to 1
 * @param refillDays after how many days a customer needs more of it; 0 for things that last
 * @param season when it is on sale; null means all year
 * @param byMonth its relative demand from January to December
 * @param nameTemplate a product's name, with attributes in braces
 */
record Category(
        String name,
        String parent,
        String slug,
        int low,
        int high,
        int assortment,
        int demand,
        double margin,
        int refillDays,
        @Nullable Season season,
        List<Integer> byMonth,
        String nameTemplate,
        List<Trait> traits) {

    /** An attribute and where its values come from: a list, {@code *word}, {@code *numbered} or {@code @Category}. */
    record Trait(String key, String values) {}

    boolean isConsumable() {
        return refillDays > 0;
    }

    boolean isSoldOn(LocalDate date) {
        return season == null || season.isOpen(date);
    }

    /** Demand on a date relative to other categories on the same date; zero out of season. */
    double demandOn(LocalDate date) {
        if (!isSoldOn(date)) {
            return 0;
        }
        double total = byMonth.stream().mapToInt(Integer::intValue).sum();
        return demand * byMonth.get(date.getMonthValue() - 1) * byMonth.size() / total;
    }
}
