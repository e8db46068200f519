package org.cartograph.experiment.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.experiment.Experiment;
import org.cartograph.experiment.ExperimentStore;
import org.cartograph.experiment.report.ExposedUnits.ExposedUnit;
import org.cartograph.statistics.Pairs;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/**
 * Counts what the units of each variant did since they met the experiment.
 *
 * <p>A person's orders count until the experiment is stopped, a visit's for as long as a visit lasts. A unit of which nothing
 * came counts as well: it is what everything is divided by.
 */
final class Measurement {
    private static final Duration RECENT = Duration.ofDays(7);
    private static final String SHOWN = """
            MATCH (r:Recommendation) WHERE r.at >= $from AND r.at < $until
            UNWIND [variant IN r.variants WHERE variant IN $variants] AS variant
            MATCH (r)-[shown:SHOWED]->()
            RETURN variant, count(coalesce(shown.seenAt, shown.clickedAt)) AS impressions, count(shown.clickedAt) AS clicks""";

    private final Transaction transaction;
    private final Experiment experiment;
    private final ExperimentStore.Standing standing;
    private final Instant until;

    Measurement(Transaction transaction, ExperimentStore.Standing standing, Instant now) {
        this.transaction = transaction;
        this.standing = standing;
        this.experiment = standing.experiment();
        this.until = standing.stoppedAt() == null ? now : standing.stoppedAt();
    }

    /**
     * What was counted.
     *
     * @param currency of the amounts; empty where the shop does not say
     * @param otherOrders orders of other currencies, which are conversions but no revenue
     */
    record Counted(String currency, long otherOrders, List<Figures> variants) {}

    /** What one unit did. */
    private record Deeds(List<Spending.Order> before, List<Spending.Order> since) {}

    Counted count() {
        Map<String, List<Deeds>> deeds = new LinkedHashMap<>();
        experiment.variantNames().forEach(name -> deeds.put(name, new ArrayList<>()));
        Map<String, Long> currencies = new HashMap<>();
        Spending spending = new Spending(transaction);
        Duration before = Duration.ofDays(experiment.plan().prePeriodDays());
        for (ExposedUnit unit : ExposedUnits.of(transaction, standing.node())) {
            List<Deeds> ofVariant = deeds.get(unit.variant());
            if (ofVariant != null) {
                Deeds one = new Deeds(
                        spending.of(unit.shoppers(), unit.at().minus(before), unit.at()),
                        spending.of(unit.shoppers(), unit.at(), end(unit)));
                one.since().forEach(order -> currencies.merge(order.currency(), 1L, Long::sum));
                ofVariant.add(one);
            }
        }
        String currency = currency(currencies);
        long others = currencies.entrySet().stream()
                .filter(one -> !one.getKey().equals(currency))
                .mapToLong(Map.Entry::getValue)
                .sum();
        Map<String, long[]> shown = shown();
        List<Figures> figures = new ArrayList<>();
        deeds.forEach(
                (name, all) -> figures.add(figures(name, all, currency, shown.getOrDefault(label(name), new long[2]))));
        return new Counted(currency, others, figures);
    }

    private Instant end(ExposedUnit unit) {
        if (experiment.unit() == Experiment.Unit.CUSTOMER) {
            return until;
        }
        Instant end = unit.at().plus(Duration.ofMinutes(experiment.plan().sessionMinutes()));
        return end.isBefore(until) ? end : until;
    }

    /** The one that was planned, or else that of most orders. */
    private String currency(Map<String, Long> currencies) {
        String planned = experiment.plan().currency();
        return planned != null
                ? planned
                : currencies.entrySet().stream()
                        .max(Comparator.comparing((Map.Entry<String, Long> one) -> one.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse("");
    }

    private Figures figures(String name, List<Deeds> all, String currency, long[] shown) {
        Pairs money = new Pairs();
        long converted = 0;
        long recently = 0;
        long orders = 0;
        for (Deeds one : all) {
            money.add(sum(one.before(), currency), sum(one.since(), currency));
            orders += one.since().stream()
                    .filter(order -> order.currency().equals(currency))
                    .count();
            if (!one.since().isEmpty()) {
                converted++;
                Instant first = one.since().stream()
                        .map(Spending.Order::at)
                        .min(Comparator.naturalOrder())
                        .orElse(until);
                recently += first.isBefore(until.minus(RECENT)) ? 0 : 1;
            }
        }
        return new Figures(name, all.size(), converted, recently, orders, money, shown[0], shown[1]);
    }

    private static double sum(List<Spending.Order> orders, String currency) {
        return orders.stream()
                .filter(order -> order.currency().equals(currency))
                .mapToDouble(Spending.Order::amount)
                .sum();
    }

    private String label(String variant) {
        return experiment.name() + "/" + variant;
    }

    /** Impressions and clicks by label. */
    private Map<String, long[]> shown() {
        Map<String, long[]> shown = new HashMap<>();
        Instant from = standing.startedAt();
        if (from != null) {
            Map<String, Object> parameters = Map.of(
                    "from", from.atZone(ZoneOffset.UTC),
                    "until", until.atZone(ZoneOffset.UTC),
                    "variants",
                            experiment.variantNames().stream().map(this::label).toList());
            try (var rows = transaction.execute(SHOWN, parameters)) {
                rows.forEachRemaining(row -> shown.put(
                        String.valueOf(row.get("variant")),
                        new long[] {number(row.get("impressions")), number(row.get("clicks"))}));
            }
        }
        return shown;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
