package org.cartograph.recommend;

import static org.cartograph.graph.Family.ALSO_BOUGHT;
import static org.cartograph.graph.Family.BOUGHT_NEXT;
import static org.cartograph.graph.Family.BOUGHT_TOGETHER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.recommend.Placement.Anchoring;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;

/**
 * The pages of a shop and the boxes on them.
 *
 * <p>The second source of a recipe is there for products whose first row is short: it weighs so little that it only
 * follows after the first.
 */
final class Contexts {
    private static final double AFTERWARDS = 0.01;

    private static final Map<String, List<Placement>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "product",
                List.of(
                        new Placement(
                                "frequently-bought-together",
                                "Frequently bought together",
                                4,
                                Anchoring.SEEDS,
                                List.of(new Source(BOUGHT_TOGETHER, 1), new Source(ALSO_BOUGHT, AFTERWARDS))),
                        new Placement(
                                "also-bought",
                                "Customers also bought",
                                8,
                                Anchoring.SEEDS,
                                List.of(new Source(ALSO_BOUGHT, 1), new Source(BOUGHT_NEXT, AFTERWARDS)))));
        ALL.put(
                "cart",
                List.of(new Placement(
                        "complete-the-basket",
                        "Complete your basket",
                        4,
                        Anchoring.SEEDS,
                        List.of(new Source(BOUGHT_TOGETHER, 1), new Source(ALSO_BOUGHT, AFTERWARDS)))));
        ALL.put(
                "post-purchase",
                List.of(new Placement(
                        "bought-next",
                        "Others bought next",
                        6,
                        Anchoring.SEEDS,
                        List.of(new Source(BOUGHT_NEXT, 1), new Source(ALSO_BOUGHT, AFTERWARDS)))));
        ALL.put(
                "home",
                List.of(new Placement(
                        "for-you", "For you", 12, Anchoring.HISTORY, List.of(new Source(ALSO_BOUGHT, 1)))));
    }

    private Contexts() {}

    /**
     * The placements to fill.
     *
     * @param wanted names of some of the context's placements; all when empty
     */
    static List<Placement> placements(String context, List<String> wanted) {
        List<Placement> all = ALL.get(context);
        if (all == null) {
            throw new IllegalArgumentException("`context` must be one of " + String.join(", ", ALL.keySet())
                    + ", but was " + Shown.of(context) + "." + Suggestion.of(context, ALL.keySet()));
        }
        if (wanted.isEmpty()) {
            return all;
        }
        List<String> names = all.stream().map(Placement::name).toList();
        List<Placement> chosen = new ArrayList<>();
        for (String name : wanted) {
            int at = names.indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("`placements` of context '" + context + "' must be among "
                        + String.join(", ", names) + ", but held " + Shown.of(name) + "."
                        + Suggestion.of(name, names));
            }
            if (!chosen.contains(all.get(at))) {
                chosen.add(all.get(at));
            }
        }
        return chosen;
    }
}
