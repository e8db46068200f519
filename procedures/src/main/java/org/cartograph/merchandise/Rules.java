package org.cartograph.merchandise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules that act in one box at one moment.
 *
 * <p>Their order: what one hides stays hidden, whatever the others say; then pins take their ranks; boosts and buries
 * multiply; margin comes last. Attributes are handed in as a supplier, because reading them is dear and most rules name
 * products.
 */
public final class Rules {
    private final List<Rule> rules;
    private final RuleIndex index;
    private final BitSet hiding = new BitSet();
    private final BitSet multiplying = new BitSet();
    private final List<Rule> pins = new ArrayList<>();

    /** The wanted ones of a book's rules, which are in {@link Rule#ORDER}. */
    Rules(List<Rule> rules, RuleIndex index, BitSet wanted) {
        this.rules = rules;
        this.index = index;
        wanted.stream().forEach(at -> {
            Rule rule = rules.get(at);
            hiding.set(at, rule.mayHide());
            multiplying.set(at, rule.mayMultiply());
            if (rule.action() == Action.PIN) {
                pins.add(rule);
            }
        });
    }

    /** Whether nobody has ruled anything for this box. */
    public boolean isEmpty() {
        return pins.isEmpty() && hiding.isEmpty() && multiplying.isEmpty();
    }

    /** Whether {@link #acting} can find anything. */
    public boolean multiply() {
        return !multiplying.isEmpty();
    }

    /**
     * The rule that keeps a product out of the box: the first that hides it, or the first whose margin floor it does not
     * reach.
     *
     * @param margin of a piece, in money; null when unknown, which no floor minds
     */
    public @Nullable Rule hiding(
            String product, Supplier<Map<String, List<String>>> attributes, @Nullable Double margin) {
        if (hiding.isEmpty()) {
            return null;
        }
        BitSet about = index.about(product, attributes, hiding);
        for (int at = about.nextSetBit(0); at >= 0; at = about.nextSetBit(at + 1)) {
            Rule rule = rules.get(at);
            if (rule.action() == Action.HIDE || (margin != null && margin < rule.floor())) {
                return rule;
            }
        }
        return null;
    }

    /**
     * The pins, by rank; each gives its rank to one product only: the first of those it lists that may be shown, or else
     * the best that it matches.
     */
    public List<Rule> pins() {
        return List.copyOf(pins);
    }

    /**
     * What changes the score of a product, in order; the score is multiplied with the product of the factors.
     *
     * @param price of a piece, null when unknown
     * @param margin of a piece, null when unknown
     */
    public List<Acted> acting(
            String product,
            Supplier<Map<String, List<String>>> attributes,
            @Nullable Double price,
            @Nullable Double margin) {
        if (multiplying.isEmpty()) {
            return List.of();
        }
        List<Acted> acted = new ArrayList<>();
        index.about(product, attributes, multiplying).stream().forEach(at -> {
            double factor = rules.get(at).multiplier(price, margin);
            if (factor != 1) {
                acted.add(new Acted(rules.get(at), factor));
            }
        });
        return acted;
    }
}
