package org.cartograph.placement;

import static org.cartograph.placement.Signal.ALSO_BOUGHT;
import static org.cartograph.placement.Signal.BOUGHT_BEFORE;
import static org.cartograph.placement.Signal.BOUGHT_NEXT;
import static org.cartograph.placement.Signal.BOUGHT_TOGETHER;
import static org.cartograph.placement.Signal.HISTORY_ALSO_BOUGHT;
import static org.cartograph.placement.Signal.HISTORY_BOUGHT_TOGETHER;
import static org.cartograph.placement.Signal.HISTORY_SIMILAR;
import static org.cartograph.placement.Signal.NEW_PRODUCTS;
import static org.cartograph.placement.Signal.POPULAR_IN_CATEGORY;
import static org.cartograph.placement.Signal.SIMILAR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;

/**
 * The pages of a shop and the boxes on them.
 *
 * <p>The later sources of a recipe are there for products whose first row is short: they weigh so little that what they
 * bring follows after the first.
 */
public final class Contexts {
    private static final double AFTERWARDS = 0.01;
    /** Orders at which what a customer did weighs as much as what can be guessed. */
    private static final double HARDLY_KNOWN = 1;

    private static final Map<String, List<Placement>> ALL = new LinkedHashMap<>();

    static {
        List<Source> together = List.of(
                Source.of(BOUGHT_TOGETHER, 1).trending(0.1),
                Source.of(ALSO_BOUGHT, AFTERWARDS),
                Source.of(NEW_PRODUCTS, 0.95),
                Source.of(SIMILAR, AFTERWARDS / 10));
        ALL.put(
                "product",
                List.of(
                        seeded(
                                "frequently-bought-together",
                                "Frequently bought together",
                                4,
                                Family.BOUGHT_TOGETHER,
                                together),
                        seeded(
                                "also-bought",
                                "Customers also bought",
                                8,
                                Family.ALSO_BOUGHT,
                                List.of(
                                        Source.of(ALSO_BOUGHT, 1).trending(0.1),
                                        Source.of(BOUGHT_NEXT, AFTERWARDS),
                                        Source.of(NEW_PRODUCTS, 0.95),
                                        Source.of(SIMILAR, AFTERWARDS / 10)))));
        ALL.put(
                "cart",
                List.of(seeded("complete-the-basket", "Complete your basket", 4, Family.BOUGHT_TOGETHER, together)));
        ALL.put(
                "post-purchase",
                List.of(seeded(
                        "bought-next",
                        "Others bought next",
                        6,
                        Family.BOUGHT_NEXT,
                        List.of(
                                Source.of(BOUGHT_NEXT, 1),
                                Source.of(BOUGHT_TOGETHER, 0.5),
                                Source.of(ALSO_BOUGHT, 0.5),
                                Source.of(BOUGHT_BEFORE, 5).trending(0.15).rising(HARDLY_KNOWN),
                                Source.of(HISTORY_BOUGHT_TOGETHER, 0.5)
                                        .trending(0.15)
                                        .rising(HARDLY_KNOWN),
                                Source.of(NEW_PRODUCTS, 0.95),
                                Source.of(SIMILAR, AFTERWARDS / 10)))));
        ALL.put(
                "home",
                List.of(new Placement(
                        "for-you",
                        "For you",
                        12,
                        Family.BOUGHT_TOGETHER,
                        Signal.Start.HISTORY,
                        List.of(
                                Source.of(BOUGHT_BEFORE, 1).trending(0.15).rising(HARDLY_KNOWN),
                                Source.of(HISTORY_BOUGHT_TOGETHER, 0.05)
                                        .trending(0.15)
                                        .rising(HARDLY_KNOWN),
                                Source.of(HISTORY_ALSO_BOUGHT, 0.005)
                                        .trending(0.15)
                                        .rising(HARDLY_KNOWN),
                                Source.of(HISTORY_SIMILAR, 0.01).fading(HARDLY_KNOWN),
                                Source.of(POPULAR_IN_CATEGORY, 0.01).fading(HARDLY_KNOWN),
                                Source.of(NEW_PRODUCTS, 0.95)))));
    }

    private static Placement seeded(String name, String title, int size, Family family, List<Source> sources) {
        return new Placement(name, title, size, family, Signal.Start.SEEDS, sources);
    }

    /** Every placement of every page. */
    public static List<Placement> all() {
        return ALL.values().stream().flatMap(List::stream).toList();
    }

    private Contexts() {}

    /**
     * The placements to fill.
     *
     * @param wanted names of some of the context's placements; all when empty
     */
    public static List<Placement> placements(String context, List<String> wanted) {
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
