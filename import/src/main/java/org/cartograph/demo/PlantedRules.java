package org.cartograph.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The associations hidden in the orders: which product goes with which, laid over the catalogue by the table of
 * companions.
 *
 * <p>There are as many as the orders can carry with about {@value #ORDERS_PER_RULE} occasions each, spread evenly over
 * the kinds of the table. Seeds take part in one rule only, so that each is found by its own evidence, and neither
 * seeds nor companions are the bestsellers of their category, which a plain popularity list would show anyway.
 */
final class PlantedRules {

    /** Share of orders that begin with the seeds of a rule. */
    static final double OCCASION_SHARE = 0.22;

    static final int ORDERS_PER_RULE = 40;
    private static final int PRODUCTS_PER_RULE = 20;
    /** So many ranks of a category are left out, fewer where it is small. */
    private static final int BESTSELLERS = 4;

    private static final int RULES_PER_COMPANION = 2;

    private final Catalogue catalogue;
    private final long seed;
    private final List<PlantedRule> rules = new ArrayList<>();
    private final Map<Integer, List<PlantedRule>> bySeed = new HashMap<>();
    private final Set<Integer> seeds = new HashSet<>();
    private final Map<Integer, Integer> companions = new HashMap<>();
    private final Map<Integer, List<Integer>> candidates = new HashMap<>();

    private PlantedRules(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.seed = seed;
    }

    static PlantedRules plant(ShopTables tables, Catalogue catalogue, int orders, long seed) {
        int byOrders = (int) (orders * OCCASION_SHARE / ORDERS_PER_RULE);
        int wanted = Math.max(1, Math.min(byOrders, catalogue.products().size() / PRODUCTS_PER_RULE));
        PlantedRules planted = new PlantedRules(catalogue, seed);
        boolean found = true;
        while (found && planted.rules.size() < wanted) {
            found = false;
            for (ShopTables.CompanionTable kind : tables.companions()) {
                PlantedRule rule = planted.rules.size() < wanted ? planted.next(tables, kind) : null;
                if (rule != null) {
                    planted.add(rule);
                    found = true;
                }
            }
        }
        return planted;
    }

    List<PlantedRule> all() {
        return rules;
    }

    /** The rules that a product is a seed of. */
    List<PlantedRule> of(int product) {
        return bySeed.getOrDefault(product, List.of());
    }

    private void add(PlantedRule rule) {
        rules.add(rule);
        for (int seed : rule.isPair() ? new int[] {rule.seed(), rule.second()} : new int[] {rule.seed()}) {
            seeds.add(seed);
            bySeed.computeIfAbsent(seed, none -> new ArrayList<>()).add(rule);
        }
        companions.merge(rule.companion(), 1, Integer::sum);
    }

    private @Nullable PlantedRule next(ShopTables tables, ShopTables.CompanionTable kind) {
        int second = PlantedRule.NONE;
        if (!kind.second().isEmpty()) {
            List<Integer> free = freeSeeds(tables.categoryIndex(kind.second()));
            if (free.isEmpty()) {
                return null;
            }
            second = free.get(0);
        }
        List<Integer> fitting = companions(tables.categoryIndex(kind.companion()));
        for (int first : freeSeeds(tables.categoryIndex(kind.seed()))) {
            for (int companion : fitting) {
                if (catalogue.product(first).fits(catalogue.product(companion), kind.match())) {
                    return new PlantedRule(kind.rule(), first, second, companion, probability(kind));
                }
            }
        }
        return null;
    }

    /** From a little over half of the table's probability up to all of it, in whole percent. */
    private double probability(ShopTables.CompanionTable kind) {
        double share = 0.55 + 0.45 * new Dice(seed, "strength", rules.size()).unit();
        return Math.round(100 * kind.probability() * share) / 100.0;
    }

    private List<Integer> freeSeeds(int category) {
        return established(category).stream()
                .filter(product -> !seeds.contains(product))
                .toList();
    }

    /** The least used first, then by rank. */
    private List<Integer> companions(int category) {
        List<Integer> free = new ArrayList<>(established(category).stream()
                .filter(product -> companions.getOrDefault(product, 0) < RULES_PER_COMPANION)
                .toList());
        free.sort((a, b) -> Integer.compare(companions.getOrDefault(a, 0), companions.getOrDefault(b, 0)));
        return free;
    }

    private List<Integer> established(int category) {
        return candidates.computeIfAbsent(category, this::rankedCandidates);
    }

    private List<Integer> rankedCandidates(int category) {
        long size = catalogue.members(category).count();
        long firstRank = Math.min(BESTSELLERS, size / 4);
        return catalogue
                .members(category)
                .filter(product -> catalogue.product(product).isEstablished())
                .filter(product -> catalogue.product(product).rank() >= firstRank)
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        catalogue.product(a).rank(), catalogue.product(b).rank()))
                .toList();
    }
}
