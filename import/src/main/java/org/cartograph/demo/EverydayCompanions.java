package org.cartograph.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes with a product that no planted rule begins with: each phone has a case that is often taken along, but not
 * as often as under a planted rule, which would otherwise stand out as the only products that go with anything.
 */
final class EverydayCompanions {

    /** How likely an everyday companion is compared with a planted one of the same kind. */
    private static final double STRENGTH = 0.4;

    /** A product and the probability that it is taken along. */
    record Companion(int product, double probability) {}

    private final Map<Integer, List<Companion>> companions = new HashMap<>();

    EverydayCompanions(ShopTables tables, Catalogue catalogue, Fits fits, PlantedRules planted, long seed) {
        for (ShopTables.CompanionTable table : tables.companions()) {
            if (table.second().isEmpty()) {
                int category = tables.categoryIndex(table.companion());
                catalogue
                        .members(tables.categoryIndex(table.seed()))
                        .filter(product -> planted.of(product).isEmpty())
                        .filter(product -> !fits.of(product, category).isEmpty())
                        .forEach(product -> companions
                                .computeIfAbsent(product, none -> new ArrayList<>())
                                .add(new Companion(
                                        new Dice(seed, table.rule(), product).pick(fits.of(product, category)),
                                        STRENGTH * table.probability())));
            }
        }
    }

    List<Companion> of(int product) {
        return companions.getOrDefault(product, List.of());
    }
}
