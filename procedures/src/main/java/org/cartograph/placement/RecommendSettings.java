package org.cartograph.placement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.graph.Family;
import org.cartograph.settings.Settings;

/**
 * How recommendations are blended; the shop's own values are data in the graph, with defaults in code.
 *
 * @param historyHalfLife orders after which a past purchase counts half as a start of recommendations: 0.1 (only the
 *     last order matters) to 10,000 (all alike), default 2
 * @param repeatHalfLife orders after which a past purchase counts half as a habit: as before, default 12
 * @param replenishment exponent by which a habit counts less while the product's usual gap since the last purchase has
 *     not passed: 0 (as much the day after) to 4 (next to nothing until then), default 0
 * @param seedRarity exponent by which a seed that sells well counts less: 0 (all seeds alike) to 1 (ten times the sales,
 *     a tenth of the weight), default 0
 * @param newProductsPower p of {@link NewProducts}: 0.1 (nearly in the order of the line) to 2, 1 keeps their sums,
 *     default 0.75
 * @param placements every box with its recipe, by name
 */
public record RecommendSettings(
        double historyHalfLife,
        double repeatHalfLife,
        double replenishment,
        double seedRarity,
        double newProductsPower,
        Map<String, Placement> placements) {

    /** The key of these settings among the shop's parameters. */
    public static final String KEY = "recommend";

    private static final Set<String> KEYS =
            Set.of("historyHalfLife", "repeatHalfLife", "replenishment", "seedRarity", "newProductsPower", "recipes");
    private static final Set<String> SOURCE_KEYS = Set.of("weight", "trend", "rising", "fading");

    /**
     * Reads the settings from the shop's parameters.
     *
     * @param parameters a map that may hold {@code recommend: {historyHalfLife, repeatHalfLife, replenishment,
     *     seedRarity, newProductsPower, recipes: {placement: {signal: weight}}}}; a signal's value may be a map of {@code weight},
     *     {@code trend}, {@code rising} and {@code fading}
     */
    public static RecommendSettings of(Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.keySet().retainAll(Set.of(KEY));
        Settings settings = Settings.of(all, Set.of(KEY)).nested(KEY, KEYS);
        Map<String, Placement> placements = new TreeMap<>();
        Contexts.all().forEach(placement -> placements.put(placement.name(), placement));
        Settings recipes = settings.nested("recipes", placements.keySet());
        placements.replaceAll((name, placement) -> recipes.has(name)
                ? placement.with(sources(recipes.nested(name, Set.copyOf(Signal.keys())), placement))
                : placement);
        return new RecommendSettings(
                settings.decimal("historyHalfLife", 2, 0.1, 10_000),
                settings.decimal("repeatHalfLife", 12, 0.1, 10_000),
                settings.decimal("replenishment", 0, 0, 4),
                settings.decimal("seedRarity", 0, 0, 1),
                settings.decimal("newProductsPower", 0.75, 0.1, 2),
                placements);
    }

    /** The default recipe with the given weights in place of its own; a weight of 0 leaves a source out. */
    private static List<Source> sources(Settings given, Placement placement) {
        List<Source> sources = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            Source standard = placement.sources().stream()
                    .filter(source -> source.signal() == signal)
                    .findFirst()
                    .orElse(Source.of(signal, 0));
            Source source = given.has(signal.key()) ? source(given, signal, standard) : standard;
            if (source.weight() > 0) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static Source source(Settings given, Signal signal, Source standard) {
        if (given.isMap(signal.key())) {
            Settings own = given.nested(signal.key(), SOURCE_KEYS);
            return new Source(
                    signal,
                    own.decimal("weight", standard.weight(), 0, 1000),
                    own.decimal("trend", standard.trend(), 0, 2),
                    own.decimal("rising", standard.rising(), 0, 1000),
                    own.decimal("fading", standard.fading(), 0, 1000));
        }
        return new Source(
                signal,
                given.decimal(signal.key(), standard.weight(), 0, 1000),
                standard.trend(),
                standard.rising(),
                standard.fading());
    }

    /** A placement with the shop's recipe. */
    public Placement placement(String name) {
        Placement placement = placements.get(name);
        if (placement == null) {
            throw new IllegalArgumentException("There is no placement " + name + ".");
        }
        return placement;
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
                historyHalfLife, repeatHalfLife, replenishment, seedRarity, newProductsPower, without);
    }
}
