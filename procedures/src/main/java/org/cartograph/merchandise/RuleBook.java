package org.cartograph.merchandise;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.neo4j.graphdb.Transaction;

/** Every rule of the shop, as it stands at one moment; may be shared between threads. */
public final class RuleBook {
    /** A book without rules. */
    public static final RuleBook EMPTY = of(List.of());

    private final List<Rule> rules;
    private final RuleIndex index;

    private RuleBook(List<Rule> rules) {
        this.rules = rules;
        this.index = new RuleIndex(rules);
    }

    /** A book of these rules. */
    public static RuleBook of(Collection<Rule> rules) {
        return new RuleBook(rules.stream().sorted(Rule.ORDER).toList());
    }

    /**
     * The book as the transaction sees it.
     *
     * <p>Rules that were set by {@code cartograph.rule.set} act at once; nodes changed by hand act within {@value
     * RuleBooks#SECONDS_KEPT} seconds.
     */
    public static RuleBook read(Transaction transaction) {
        return RuleBooks.current(transaction);
    }

    /** What acts in a box at a moment. */
    public Rules of(String context, String placement, Instant now) {
        BitSet wanted = new BitSet(rules.size());
        for (int at = 0; at < rules.size(); at++) {
            Rule rule = rules.get(at);
            wanted.set(at, rule.concerns(context, placement) && rule.period().state(now) == Period.State.ACTING);
        }
        return new Rules(rules, index, wanted);
    }

    List<Rule> rules() {
        return rules;
    }
}
