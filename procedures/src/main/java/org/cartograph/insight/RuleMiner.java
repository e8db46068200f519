package org.cartograph.insight;

import java.util.function.Predicate;
import org.cartograph.graph.RuleCounts;

/**
 * Counts which products are in the same orders, product after product, and keeps the best rules.
 *
 * <p>Nothing but the counts of one product is held at a time. Three products can only be frequent together when each two
 * of them are (the Apriori property: Agrawal and Srikant, "Fast algorithms for mining association rules", VLDB 1994), so
 * an order is first cut to the products that are frequent with the one at hand.
 */
final class RuleMiner {
    private final Orders orders;
    private final RuleSettings settings;
    private final Predicate<Rule> filter;
    private final Runnable check;
    private final BestRules best;
    private final int fewest;
    private final CompanionCounts companions;
    private final CompanionCounts theirs;

    RuleMiner(Orders orders, RuleSettings settings, Predicate<Rule> filter, Runnable check) {
        this.orders = orders;
        this.settings = settings;
        this.filter = filter;
        this.check = check;
        this.best = new BestRules(settings.orderBy(), settings.limit());
        this.fewest = settings.fewestOrders(orders.all());
        this.companions = new CompanionCounts(orders);
        this.theirs = new CompanionCounts(orders);
    }

    /** The rules among all products, from all orders. */
    BestRules all() {
        for (int product = 0; product < orders.productCount(); product++) {
            if (orders.frequency(product) >= fewest) {
                mine(product);
            }
        }
        return best;
    }

    /** Takes the rules of a product and each companion after it; the others came with an earlier product. */
    private void mine(int product) {
        check.run();
        companions.count(product);
        int[] frequent = companions.frequent(fewest);
        TripleCounts triples = triples(product, frequent);
        for (int at = 0; at < frequent.length; at++) {
            int companion = frequent[at];
            if (companion > product) {
                int both = companions.of(companion);
                offerPair(product, companion, both);
                check.run();
                triples.each(at, fewest, (third, allThree) -> offer(product, companion, third, allThree, both));
            }
        }
    }

    /**
     * The rules with one product. From orders that are not all of the shop's, but all with that product, those from two
     * others to it are left out, because nobody knows how often the two are together without it.
     */
    BestRules around(int anchor) {
        companions.count(anchor);
        int[] frequent = companions.frequent(fewest);
        TripleCounts triples = triples(anchor, frequent);
        for (int at = 0; at < frequent.length; at++) {
            check.run();
            int companion = frequent[at];
            int both = companions.of(companion);
            offerPair(anchor, companion, both);
            if (settings.wantsTriples() && orders.areAll()) {
                theirs.count(companion);
            }
            triples.each(at, fewest, (third, allThree) -> {
                offer(Math.min(anchor, companion), Math.max(anchor, companion), third, allThree, both);
                if (orders.areAll() && companion < third) {
                    offer(companion, third, anchor, allThree, theirs.of(third));
                }
            });
        }
        return best;
    }

    private TripleCounts triples(int product, int[] frequent) {
        return settings.wantsTriples() ? new TripleCounts(orders, product, frequent) : TripleCounts.NOTHING;
    }

    private void offerPair(int product, int companion, int both) {
        if (settings.wantsPairs()) {
            offer(product, Rule.NONE, companion, both, orders.frequency(product));
            offer(companion, Rule.NONE, product, both, orders.frequency(companion));
        }
    }

    private void offer(int first, int second, int consequent, int together, int antecedents) {
        Rule rule = new Rule(
                first,
                second,
                consequent,
                new RuleCounts(together, antecedents, orders.frequency(consequent), orders.all()));
        if (filter.test(rule)) {
            best.offer(rule);
        }
    }
}
