package org.cartograph.insight;

import java.util.BitSet;
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

    RuleMiner(Orders orders, RuleSettings settings, Predicate<Rule> filter, Runnable check) {
        this.orders = orders;
        this.settings = settings;
        this.filter = filter;
        this.check = check;
        this.best = new BestRules(settings.orderBy(), settings.limit());
        this.fewest = settings.fewestOrders(orders.all());
        this.companions = new CompanionCounts(orders);
    }

    /** The rules among all products, from all orders. */
    BestRules all() {
        BitSet everything = new BitSet();
        everything.set(0, orders.productCount());
        return among(everything);
    }

    /** The rules that can hold a product, from all orders: they are among it and its companions. */
    BestRules around(int anchor) {
        BitSet considered = new BitSet();
        companions.count(anchor, product -> true);
        for (int companion : companions.frequent(fewest)) {
            considered.set(companion);
        }
        considered.set(anchor);
        return among(considered);
    }

    /** The rules with a product, of three products those with it on the left, from the orders that hold it. */
    BestRules of(int anchor) {
        companions.count(anchor, product -> true);
        mine(anchor, Rule.NONE);
        return best;
    }

    private BestRules among(BitSet considered) {
        for (int product = considered.nextSetBit(0); product >= 0; product = considered.nextSetBit(product + 1)) {
            if (orders.frequency(product) >= fewest) {
                companions.count(product, considered::get);
                mine(product, product);
            }
        }
        return best;
    }

    /** Takes the rules of a product and each companion after {@code last}; the others came with an earlier product. */
    private void mine(int product, int last) {
        check.run();
        int[] frequent = companions.frequent(fewest);
        TripleCounts triples =
                settings.wantsTriples() ? new TripleCounts(orders, product, frequent) : TripleCounts.NOTHING;
        for (int at = 0; at < frequent.length; at++) {
            int companion = frequent[at];
            if (companion > last) {
                int both = companions.of(companion);
                if (settings.wantsPairs()) {
                    offer(product, Rule.NONE, companion, both, orders.frequency(product));
                    offer(companion, Rule.NONE, product, both, orders.frequency(companion));
                }
                check.run();
                triples.each(
                        at,
                        fewest,
                        (third, allThree) -> offer(
                                Math.min(product, companion), Math.max(product, companion), third, allThree, both));
            }
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
