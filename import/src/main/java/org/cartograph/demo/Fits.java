package org.cartograph.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is made for what: the cases of a phone, the ink of a printer, the lenses of a camera's mount.
 *
 * <p>Two categories fit by the attribute that the tables of companions and sequences name for them; each value keeps its
 * {@value #CHOICES} most wanted established products.
 */
final class Fits {

    private static final int CHOICES = 6;

    private record Pair(int first, int next) {}

    /** The attribute two categories fit by, and the products of the second by its values. */
    private record Choices(String match, Map<String, List<Integer>> byValue) {}

    private final Catalogue catalogue;
    private final Map<Pair, Choices> choices = new HashMap<>();

    Fits(ShopTables tables, Catalogue catalogue) {
        this.catalogue = catalogue;
        for (ShopTables.SequenceTable table : tables.sequences()) {
            add(tables.categoryIndex(table.first()), tables.categoryIndex(table.next()), table.match());
        }
        for (ShopTables.CompanionTable table : tables.companions()) {
            if (table.second().isEmpty()) {
                add(tables.categoryIndex(table.seed()), tables.categoryIndex(table.companion()), table.match());
            }
        }
    }

    /** Products of a category that are made for a product, the most wanted first; none where nothing needs to fit. */
    List<Integer> of(int product, int category) {
        Product first = catalogue.product(product);
        Choices found = choices.get(new Pair(first.category(), category));
        return found == null ? List.of() : found.byValue().getOrDefault(first.attribute(found.match()), List.of());
    }

    private void add(int first, int next, String match) {
        choices.computeIfAbsent(new Pair(first, next), none -> new Choices(match, byValue(next, match)));
    }

    private Map<String, List<Integer>> byValue(int category, String match) {
        Map<String, List<Integer>> byValue = new HashMap<>();
        catalogue
                .members(category)
                .filter(product -> catalogue.product(product).isEstablished())
                .boxed()
                .sorted(Comparator.comparing(
                        product -> catalogue.product(product).rank()))
                .forEach(product -> {
                    List<Integer> fitting = byValue.computeIfAbsent(
                            catalogue.product(product).attribute(match), none -> new ArrayList<>());
                    if (fitting.size() < CHOICES) {
                        fitting.add(product);
                    }
                });
        return byValue;
    }
}
