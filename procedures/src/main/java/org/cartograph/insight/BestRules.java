package org.cartograph.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best rules met so far, never more than the limit. */
final class BestRules {
    private final int limit;
    private final Comparator<Rule> bestFirst;
    private final PriorityQueue<Rule> worstFirst;

    BestRules(Measure measure, int limit) {
        this.limit = limit;
        this.bestFirst = Comparator.<Rule>comparingDouble(measure::of)
                .thenComparingLong(rule -> rule.counts().both())
                .thenComparingDouble(rule -> rule.counts().lift())
                .thenComparingDouble(rule -> rule.counts().confidence())
                .reversed()
                .thenComparingInt(Rule::first)
                .thenComparingInt(Rule::second)
                .thenComparingInt(Rule::consequent);
        this.worstFirst = new PriorityQueue<>(bestFirst.reversed());
    }

    void offer(Rule rule) {
        if (worstFirst.size() < limit) {
            worstFirst.add(rule);
        } else if (bestFirst.compare(rule, worstFirst.element()) < 0) {
            worstFirst.remove();
            worstFirst.add(rule);
        }
    }

    List<Rule> inOrder() {
        List<Rule> rules = new ArrayList<>(worstFirst);
        rules.sort(bestFirst);
        return rules;
    }
}
