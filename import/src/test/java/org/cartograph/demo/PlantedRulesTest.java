package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cartograph.demo.WrittenShop.Order;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether plain counting of who buys what with what finds the planted companions again. */
final class PlantedRulesTest {

    @TempDir
    static Path directory;

    private static WrittenShop shop;
    private static List<NamedCsvRecord> rules;
    private static final Map<String, Set<String>> ORDERS_BY_PRODUCT = new HashMap<>();
    private static final Map<String, List<String>> PRODUCTS_BY_ORDER = new HashMap<>();

    @BeforeAll
    static void countTheShop() {
        shop = WrittenShop.write(new DemoShop(2_000, 12_000, 1_000, 1, LocalDate.of(2026, 11, 20)), directory);
        rules = WrittenShop.rows(shop.files().planted());
        for (Order order : shop.orders()) {
            if (!order.isCancelled()) {
                PRODUCTS_BY_ORDER.put(order.id(), order.productIds());
                order.productIds().forEach(product -> ordersOf(product).add(order.id()));
            }
        }
    }

    @Test
    void plantsRulesOfOneSeedAndOfTwo() {
        assertThat(rules).hasSize(50);
        assertThat(rules.stream().filter(rule -> seeds(rule).size() == 2)).hasSizeGreaterThan(20);
        assertThat(rules.stream().filter(rule -> seeds(rule).size() == 1)).hasSizeGreaterThan(20);
    }

    @Test
    void plantsOnlyWhatCanBeRecommendedToday() {
        assertThat(rules)
                .extracting(rule -> rule.getField("companion_id"))
                .allMatch(companion -> shop.field(companion, "active").equals("true"))
                .allMatch(companion -> Integer.parseInt(shop.field(companion, "stock")) > 0)
                .allMatch(companion -> shop.field(companion, "available_from").isEmpty());
    }

    @Test
    void fitsCompanionsToTheirSeeds() {
        for (NamedCsvRecord rule : rules) {
            String fit = switch (rule.getField("rule")) {
                case "laptop-sleeve", "tv-mount" -> "screen_inches";
                case "phone-case", "phone-protector" -> "series";
                case "printer-ink", "vacuum-bags", "vacuum-purifier-bags" -> "system";
                default -> "product_id";
            };
            if (!fit.equals("product_id")) {
                assertThat(shop.field(rule.getField("companion_id"), fit))
                        .isEqualTo(shop.field(rule.getField("product_id"), fit))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void givesEveryRuleTheEvidenceItsProbabilityPromises() {
        for (NamedCsvRecord rule : rules) {
            double probability = Double.parseDouble(rule.getField("probability"));
            Set<String> together = ordersWith(seeds(rule));
            double seen = (double) with(together, rule.getField("companion_id")).size() / together.size();
            // Four standard errors: a rule that misses this was not planted as written.
            double error = 4 * Math.sqrt(probability * (1 - probability) / together.size());

            assertThat(together).as(rule.toString()).hasSizeGreaterThan(20);
            assertThat(seen).as(rule.toString()).isBetween(probability - error, probability + error + 0.05);
        }
    }

    @Test
    void bringsCompanionsFarMoreOftenThanChance() {
        for (NamedCsvRecord rule : rules) {
            String companion = rule.getField("companion_id");
            Set<String> together = ordersWith(seeds(rule));
            double confidence = (double) with(together, companion).size() / together.size();
            double base = (double) ordersOf(companion).size() / PRODUCTS_BY_ORDER.size();

            assertThat(confidence / base).as(rule.toString()).isGreaterThan(5);
        }
    }

    @Test
    void ranksNearlyEveryCompanionInTheTopFourByCosine() {
        assertThat(shareInTopFour((a, b) -> together(a, b) / Math.sqrt(orders(a) * orders(b))))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void ranksNearlyEveryCompanionInTheTopFourByConfidence() {
        assertThat(shareInTopFour((a, b) -> together(a, b) / orders(a))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void leavesTheCompanionsOutOfReachOfAPopularityList() {
        List<String> bestsellers = ORDERS_BY_PRODUCT.keySet().stream()
                .sorted(Comparator.comparing((String product) -> -orders(product)))
                .limit(4)
                .toList();

        assertThat(rules).extracting(rule -> rule.getField("companion_id")).doesNotContainAnyElementsOf(bestsellers);
    }

    private interface Weight {
        double of(String seed, String candidate);
    }

    private static double shareInTopFour(Weight weight) {
        long found = rules.stream()
                .filter(rule -> topFour(seeds(rule), weight).contains(rule.getField("companion_id")))
                .count();
        return (double) found / rules.size();
    }

    private static List<String> topFour(List<String> seeds, Weight weight) {
        Map<String, Double> scores = new HashMap<>();
        for (String seed : seeds) {
            Set<String> candidates = new HashSet<>();
            ordersOf(seed).forEach(order -> candidates.addAll(PRODUCTS_BY_ORDER.get(order)));
            seeds.forEach(candidates::remove);
            candidates.forEach(candidate -> scores.merge(candidate, weight.of(seed, candidate), Double::sum));
        }
        Comparator<String> best = Comparator.comparing((String product) -> -scores.get(product));
        return scores.keySet().stream()
                .sorted(best.thenComparing(Comparator.naturalOrder()))
                .limit(4)
                .toList();
    }

    private static List<String> seeds(NamedCsvRecord rule) {
        return Stream.of(rule.getField("product_id"), rule.getField("second_product_id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Set<String> ordersWith(List<String> products) {
        Set<String> orders = ordersOf(products.get(0));
        return products.size() == 1 ? orders : with(orders, products.get(1));
    }

    private static Set<String> with(Set<String> orders, String product) {
        Set<String> both = new HashSet<>(orders);
        both.retainAll(ordersOf(product));
        return both;
    }

    private static double together(String a, String b) {
        return with(ordersOf(a), b).size();
    }

    private static double orders(String product) {
        return ordersOf(product).size();
    }

    private static Set<String> ordersOf(String product) {
        return ORDERS_BY_PRODUCT.computeIfAbsent(product, none -> new HashSet<>());
    }
}
