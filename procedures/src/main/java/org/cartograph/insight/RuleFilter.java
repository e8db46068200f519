package org.cartograph.insight;

import java.util.function.Predicate;
import org.cartograph.graph.RuleCounts;

/** Which rules are wanted, in the products' numbers. */
final class RuleFilter implements Predicate<Rule> {
    private final RuleSettings settings;
    private final int product;
    private final int antecedent;
    private final int consequent;
    private final ProductCategories categories;

    /** The products are {@link Rule#NONE} where the settings name none. */
    RuleFilter(RuleSettings settings, int product, int antecedent, int consequent, ProductCategories categories) {
        this.settings = settings;
        this.product = product;
        this.antecedent = antecedent;
        this.consequent = consequent;
        this.categories = categories;
    }

    @Override
    public boolean test(Rule rule) {
        RuleCounts counts = rule.counts();
        return counts.confidence() >= settings.minimumConfidence()
                && counts.lift() >= settings.minimumLift()
                && (product == Rule.NONE || rule.has(product))
                && (antecedent == Rule.NONE || rule.hasAntecedent(antecedent))
                && (consequent == Rule.NONE || rule.consequent() == consequent)
                && (settings.category() == null || categories.touches(rule))
                && (!settings.acrossCategories() || categories.areCrossed(rule));
    }

    /** A product that every wanted rule holds, or {@link Rule#NONE}. */
    int anchor() {
        if (product != Rule.NONE) {
            return product;
        }
        return antecedent != Rule.NONE ? antecedent : consequent;
    }

    /** Whether the orders with the anchor hold every count that is needed, beside those of single products. */
    boolean needsOnlyTheAnchorsOrders() {
        // Of {a, b} → anchor the orders with a and b are needed, of which some lack the anchor.
        return anchor() != Rule.NONE && (!settings.wantsTriples() || anchor() == antecedent);
    }
}
