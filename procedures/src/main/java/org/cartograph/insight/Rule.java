package org.cartograph.insight;

import org.cartograph.graph.RuleCounts;

/**
 * An association rule between numbered products: who buys the first (and the second) also buys the consequent.
 *
 * @param first the antecedent
 * @param second the other antecedent, or {@link #NONE}
 * @param consequent what is bought with them
 * @param counts orders with all of them, with the antecedents, with the consequent, and in all
 */
record Rule(int first, int second, int consequent, RuleCounts counts) {
    static final int NONE = -1;

    boolean hasAntecedent(int product) {
        return first == product || second == product;
    }

    boolean has(int product) {
        return consequent == product || hasAntecedent(product);
    }
}
