package org.cartograph.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a shop says of a box: a map of signals with their weights, and besides them {@code title}, {@code size} and
 * the stages.
 *
 * <p>A signal's value is a weight, or a map of {@code weight}, {@code trend}, {@code rising} and {@code fading}; what is
 * not given stays as it was, and a weight of 0 leaves a signal out. A box that the shop invents names the one it begins
 * as: its {@code basis}.
 */
final class Recipe {
    private static final Set<String> SOURCE_KEYS = Set.of("weight", "trend", "rising", "fading");
    private static final int LONGEST_TITLE = 200;
    private static final Set<String> KEYS = keys();

    private final Settings given;
    private final String name;

    private Recipe(Settings given, String name) {
        this.given = given;
        this.name = name;
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(Signal.keys());
        keys.addAll(Stages.KEYS);
        keys.addAll(Set.of("title", "size", "basis"));
        return Set.copyOf(keys);
    }

    /**
     * Every box, the standard ones and the shop's own.
     *
     * @param settings the settings that hold {@code recipes}
     * @param stages the shop's standard stages
     */
    static Map<String, Placement> all(Settings settings, Stages stages) {
        Map<String, Placement> placements = new TreeMap<>();
        StandardPlacements.ALL.values().stream()
                .flatMap(List::stream)
                .forEach(standard -> placements.put(standard.name(), standard.with(stagesOf(standard, stages))));
        Map<String, Placement> standard = Map.copyOf(placements);
        Map<String, Object> recipes = settings.map("recipes");
        Set<String> names = new HashSet<>(standard.keySet());
        recipes.forEach((name, recipe) -> {
            if (recipe instanceof Map<?, ?> map && map.get("basis") != null) {
                Pages.checkName("recipes", name);
                names.add(name);
            }
        });
        Settings all = settings.nested("recipes", names);
        for (String name : recipes.keySet()) {
            if (all.has(name)) {
                Recipe recipe = new Recipe(all.nested(name, KEYS), name);
                placements.put(name, recipe.over(recipe.basis(standard)));
            }
        }
        return placements;
    }

    /** An upgrade lies in one category by its nature, so no mixture is asked of it. */
    private static Stages stagesOf(Placement standard, Stages stages) {
        boolean upgrade = standard.sources().get(0).signal() == Signal.UPGRADE;
        return upgrade ? stages.with(new Stages.Diversity(1, 1, 1)) : stages;
    }

    private Placement basis(Map<String, Placement> standard) {
        String basis = given.text("basis");
        Placement begins = standard.get(basis == null ? name : basis);
        if (begins == null) {
            throw given.refusal("basis", "one of " + String.join(", ", new TreeMap<>(standard).keySet()), basis);
        }
        return begins.named(name);
    }

    private Placement over(Placement standard) {
        @Nullable String title = given.text("title");
        if (title != null && (title.isBlank() || title.length() > LONGEST_TITLE)) {
            throw given.refusal("title", "a text of 1 to " + LONGEST_TITLE + " characters", title);
        }
        Placement placement = standard.with(sources(standard))
                .with(Stages.of(given.only(Stages.KEYS), standard.stages()))
                .shown(title == null ? standard.title() : title, given.integer("size", standard.size(), 1, 100));
        if (placement.sources().isEmpty()) {
            throw new IllegalArgumentException("The recipe of " + Shown.of(name)
                    + " must leave at least one signal with a weight above 0, but left none.");
        }
        return placement;
    }

    private List<Source> sources(Placement standard) {
        List<Source> sources = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            Source usual = standard.sources().stream()
                    .filter(source -> source.signal() == signal)
                    .findFirst()
                    .orElse(Source.of(signal, 0));
            Source source = given.has(signal.key()) ? source(signal, usual) : usual;
            if (source.weight() > 0) {
                sources.add(source);
            }
        }
        return sources;
    }

    private Source source(Signal signal, Source standard) {
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

    /** A box as {@link #all} would read it. */
    static Map<String, Object> asMap(Placement placement) {
        Map<String, Object> map = new TreeMap<>(placement.stages().asMap());
        for (Source source : placement.sources()) {
            Map<String, Object> one = new TreeMap<>(Map.of("weight", source.weight()));
            add(one, "trend", source.trend());
            add(one, "rising", source.rising());
            add(one, "fading", source.fading());
            map.put(source.signal().key(), one.size() == 1 ? source.weight() : one);
        }
        return map;
    }

    private static void add(Map<String, Object> map, String key, double value) {
        if (value != 0) {
            map.put(key, value);
        }
    }
}
