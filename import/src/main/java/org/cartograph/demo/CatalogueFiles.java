package org.cartograph.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what does not change with time: the products, the customers and what was planted. */
final class CatalogueFiles {

    private static final double CONSENT_SHARE = 0.85;
    private static final int FIRST_CUSTOMER = 1001;
    private static final String SHOP = "https://shop.example";

    private CatalogueFiles() {}

    static String customerId(int customer) {
        return "customer-" + (FIRST_CUSTOMER + customer);
    }

    static void writeProducts(Path path, Catalogue catalogue) throws IOException {
        List<String> keys = catalogue.categories().stream()
                .flatMap(category -> category.traits().stream())
                .map(Category.Trait::key)
                .distinct()
                .sorted()
                .toList();
        Stream<String> known = Stream.of(
                "product_id",
                "name",
                "category",
                "parent_category",
                "brand",
                "price",
                "stock",
                "active",
                "margin",
                "url",
                "image",
                "released_at",
                "available_from",
                "available_until");
        try (CsvFile file =
                CsvFile.create(path, Stream.concat(known, keys.stream()).toArray(String[]::new))) {
            for (Product product : catalogue.products()) {
                file.row(row(product, catalogue.categories().get(product.category()), keys));
            }
        }
    }

    private static String[] row(Product product, Category category, List<String> keys) {
        Season.Window window = product.window();
        List<String> row = new ArrayList<>(List.of(
                product.id(),
                product.name(),
                category.name(),
                category.parent(),
                product.brand().name(),
                Prices.decimal(product.price()),
                String.valueOf(product.stock()),
                String.valueOf(product.active()),
                Prices.decimal(product.margin()),
                SHOP + "/products/" + product.id(),
                SHOP + "/images/" + product.id() + ".jpg",
                product.releasedAt().toString(),
                text(window == null ? null : window.from()),
                text(window == null ? null : window.until())));
        keys.forEach(key -> row.add(product.attribute(key)));
        return row.toArray(String[]::new);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static void writeCustomers(Path path, int customers, long seed) throws IOException {
        try (CsvFile file = CsvFile.create(path, "customer_id", "consent")) {
            for (int customer = 0; customer < customers; customer++) {
                boolean consent = new Dice(seed, "consent", customer).chance(CONSENT_SHARE);
                file.row(customerId(customer), String.valueOf(consent));
            }
        }
    }

    static void writeSequences(Path path, Catalogue catalogue, NextPurchases next) throws IOException {
        try (CsvFile file = CsvFile.create(path, "first_id", "next_id", "probability", "within_days")) {
            next.all()
                    .forEach(sequence -> file.row(
                            catalogue.product(sequence.first()).id(),
                            catalogue.product(sequence.next()).id(),
                            String.valueOf(sequence.probability()),
                            String.valueOf(sequence.withinDays())));
        }
    }

    static void writePlanted(Path path, Catalogue catalogue, PlantedRules rules) throws IOException {
        try (CsvFile file =
                CsvFile.create(path, "rule", "product_id", "second_product_id", "companion_id", "probability")) {
            for (PlantedRule rule : rules.all()) {
                file.row(
                        rule.name(),
                        catalogue.product(rule.seed()).id(),
                        rule.isPair() ? catalogue.product(rule.second()).id() : "",
                        catalogue.product(rule.companion()).id(),
                        String.valueOf(rule.probability()));
            }
        }
    }
}
