package org.cartograph.placement;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.graph.Family;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * How recommendations are blended and which boxes there are; the shop's own values are data in the graph, with defaults
 * in code.
 *
 * @param historyHalfLife orders after which a past purchase counts half as a start of recommendations: 0.1 (only the
 *     last order matters) to 10,000 (all alike), default 2
 * @param repeatHalfLife orders after which a past purchase counts half as a habit: as before, default 12
 * @param replenishment exponent by which a habit counts less while the product's usual gap since the last purchase has
 *     not passed: 0 (as much the day after) to 4 (next to nothing until then), default 0
 * @param seedRarity exponent by which a seed that sells well counts less: 0 (all seeds alike) to 1 (ten times the sales,
 *     a tenth of the weight), default 0
 * @param newProductsPower p of {@code NewProducts}: 0.1 (nearly in the order of the line) to 2, 1 keeps their sums,
 *     default 0.75
 * @param contexts the names of each page's boxes, in their order
 * @param placements every box with its recipe, by name
 */
public record RecommendSettings(
        double historyHalfLife,
        double repeatHalfLife,
        double replenishment,
        double seedRarity,
        double newProductsPower,
        Map<String, List<String>> contexts,
        Map<String, Placement> placements) {

    /** The key of these settings among the shop's parameters. */
    public static final String KEY = "recommend";
    /** The context whose products are those the shopper left in the cart. */
    public static final String ABANDONED_CART = "abandoned-cart";

    private static final Set<String> KEYS = Set.of(
            "historyHalfLife",
            "repeatHalfLife",
            "replenishment",
            "seedRarity",
            "newProductsPower",
            "stages",
            "contexts",
            "recipes");

    /**
     * Reads the settings from the shop's parameters.
     *
     * @param parameters a map that may hold {@code recommend: {historyHalfLife, repeatHalfLife, replenishment,
     *     seedRarity, newProductsPower, stages: {…}, contexts: {context: [placements]}, recipes: {placement: {signal:
     *     weight}}}}; see {@link Recipe}
     */
    public static RecommendSettings of(Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.keySet().retainAll(Set.of(KEY));
        Settings settings = Settings.of(all, Set.of(KEY)).nested(KEY, KEYS);
        Stages stages = Stages.of(settings.nested("stages", Stages.KEYS), Stages.STANDARD);
        Map<String, Placement> placements = Recipe.all(settings, stages);
        return new RecommendSettings(
                settings.decimal("historyHalfLife", 2, 0.1, 10_000),
                settings.decimal("repeatHalfLife", 12, 0.1, 10_000),
                settings.decimal("replenishment", 0, 0, 4),
                settings.decimal("seedRarity", 0, 0, 1),
                settings.decimal("newProductsPower", 0.75, 0.1, 2),
                Pages.of(settings, placements),
                placements);
    }

    /** A placement with the shop's recipe. */
    public Placement placement(String name) {
        Placement placement = placements.get(name);
        if (placement == null) {
            throw new IllegalArgumentException("There is no placement " + name + ".");
        }
        return placement;
    }

    /**
     * The placements to fill.
     *
     * @param wanted names of some of the context's placements; all when empty
     */
    public List<Placement> placements(@Nullable String context, List<String> wanted) {
        List<String> names = context == null ? null : contexts.get(context);
        if (names == null) {
            throw new IllegalArgumentException("`context` must be one of " + String.join(", ", contexts.keySet())
                    + ", but was " + Shown.of(context) + "."
                    + Suggestion.of(String.valueOf(context), contexts.keySet()));
        }
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("`placements` of context '" + context + "' must be among "
                        + String.join(", ", names) + ", but held " + Shown.of(name) + "."
                        + Suggestion.of(name, names));
            }
        }
        return (wanted.isEmpty() ? names : wanted)
                .stream().distinct().map(this::placement).toList();
    }

    /** The edges that a placement follows. */
    public Set<Family> families(String name) {
        Placement placement = placement(name);
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (Source source : placement.sources()) {
            Family family = source.signal() == Signal.NEW_PRODUCTS
                    ? placement.family()
                    : source.signal().family();
            if (family != null && source.weight() > 0) {
                families.add(family);
            }
        }
        return families;
    }

    /** The same settings without the edges that new products inherited. */
    public RecommendSettings withoutNew() {
        Map<String, Placement> without = new TreeMap<>(placements);
        without.replaceAll((name, placement) -> placement.with(placement.sources().stream()
                .filter(source -> source.signal() != Signal.NEW_PRODUCTS)
                .toList()));
        return new RecommendSettings(
                historyHalfLife, repeatHalfLife, replenishment, seedRarity, newProductsPower, contexts, without);
    }

    /** The same settings, with some boxes as others have them. */
    public RecommendSettings with(RecommendSettings others, Set<String> names) {
        Map<String, Placement> some = new TreeMap<>(placements);
        names.forEach(name -> some.put(name, others.placement(name)));
        return new RecommendSettings(
                historyHalfLife, repeatHalfLife, replenishment, seedRarity, newProductsPower, contexts, some);
    }

    /**
     * The same pages without anything that was learned: boxes without signals are filled as a shop's own rules would,
     * with staff picks and with bestsellers of the products' categories near their price.
     */
    public RecommendSettings rulesAlone() {
        Map<String, Placement> without = new TreeMap<>(placements);
        without.replaceAll((name, placement) -> placement.with(List.of()));
        return new RecommendSettings(
                historyHalfLife, repeatHalfLife, replenishment, seedRarity, newProductsPower, contexts, without);
    }
}
