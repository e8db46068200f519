package org.cartograph.merchandise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses a rule that cannot hold together with one that is there. */
final class Contradictions {
    private final Boxes boxes;
    private final Function<String, Map<String, List<String>>> attributes;

    /**
     * Looks at rules of these boxes.
     *
     * @param attributes values by attribute key of the product with an id; empty when there is none
     */
    Contradictions(Boxes boxes, Function<String, Map<String, List<String>>> attributes) {
        this.boxes = boxes;
        this.attributes = attributes;
    }

    /**
     * Compares a rule with the others.
     *
     * @throws IllegalArgumentException with one sentence that names the other rule
     */
    void check(Rule rule, Collection<Rule> others) {
        for (Rule other : others) {
            boxes.shared(rule, other).ifPresent(box -> check(rule, other, box));
        }
    }

    private void check(Rule rule, Rule other, String box) {
        if (rule.action() == Action.PIN && other.action() == Action.PIN) {
            checkPins(rule, other, box);
        } else if (rule.action() == Action.PIN && other.action() == Action.HIDE) {
            String both = pinnedAndHidden(rule.selector(), other.selector());
            if (both != null) {
                throw refusal("pin", both, "hidden", box, other);
            }
        } else if (rule.action() == Action.HIDE && other.action() == Action.PIN) {
            String both = pinnedAndHidden(other.selector(), rule.selector());
            if (both != null) {
                throw refusal("hide", both, "pinned", box, other);
            }
        }
    }

    private static void checkPins(Rule rule, Rule other, String box) {
        if (rule.rank() == other.rank()) {
            throw new IllegalArgumentException("`rank` must be free in the boxes and the time of the rule, but "
                    + rule.rank() + " in " + box + " is taken by rule '" + other.name() + "'.");
        }
        if (isOne(rule.selector()) && rule.selector().equals(other.selector())) {
            throw new IllegalArgumentException("`products` must not have two ranks in one box, but '"
                    + rule.selector().products().iterator().next() + "' in " + box + " is pinned to " + other.rank()
                    + " by rule '" + other.name() + "'.");
        }
    }

    private static boolean isOne(Selector selector) {
        return selector.products().size() == 1 && selector.attributes().isEmpty();
    }

    /** What both speak of, or null. */
    private @Nullable String pinnedAndHidden(Selector pinned, Selector hidden) {
        for (String product : pinned.products()) {
            if (hidden.matches(product, hidden.attributes().isEmpty() ? Map.of() : attributes.apply(product))) {
                return "'" + product + "'";
            }
        }
        return !pinned.attributes().isEmpty() && covers(hidden.attributes(), pinned.attributes())
                ? pinned.attributes().toString()
                : null;
    }

    /** Whether all that has the narrower attributes has the wider ones. */
    private static boolean covers(
            Map<String, ? extends Collection<String>> wide, Map<String, ? extends Collection<String>> narrow) {
        return !wide.isEmpty()
                && wide.entrySet().stream().allMatch(entry -> {
                    Collection<String> values = narrow.get(entry.getKey());
                    return values != null && entry.getValue().containsAll(values);
                });
    }

    private static IllegalArgumentException refusal(
            String action, String what, String otherwise, String box, Rule other) {
        return new IllegalArgumentException("`action` " + action + " must not be about a product that is " + otherwise
                + " in the same box at the same time, but " + what + " is " + otherwise + " in " + box + " by rule '"
                + other.name() + "'.");
    }
}
