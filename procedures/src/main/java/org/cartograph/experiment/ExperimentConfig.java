package org.cartograph.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads an experiment from a configuration map, and refuses what could not be measured. */
final class ExperimentConfig {
    private static final int MOST_VARIANTS = 10;
    private static final double ROUNDING = 0.001;
    private static final String UNIT = "unit";
    private static final String VARIANTS = "variants";
    private static final String SHARE = "share";
    private static final String CONTROL = "control";
    private static final String CONTEXTS = "contexts";
    private static final String RECIPES = "recipes";
    private static final String PARAMETERS = "parameters";
    private static final Set<String> KEYS = Set.of(
            CONTEXTS,
            UNIT,
            SHARE,
            VARIANTS,
            CONTROL,
            "days",
            "conversions",
            "prePeriodDays",
            "sessionMinutes",
            "currency");
    private static final Set<String> VARIANT_KEYS =
            Set.of("name", SHARE, CONTEXTS, RECIPES, PARAMETERS, "baseline", "holdout");
    private static final Set<String> PARAMETER_KEYS =
            Set.of("historyHalfLife", "repeatHalfLife", "replenishment", "seedRarity", "newProductsPower", "stages");

    private final Settings settings;

    private ExperimentConfig(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads an experiment.
     *
     * @param pages the names of the shop's pages
     * @throws IllegalArgumentException with one sentence that names the key, what is allowed and what came
     */
    static Experiment read(
            @Nullable String name, @Nullable Map<String, Object> config, String salt, Set<String> pages) {
        return new ExperimentConfig(Settings.of(config, KEYS)).experiment(Names.checked("name", name), salt, pages);
    }

    private Experiment experiment(String name, String salt, Set<String> pages) {
        Set<String> contexts = new LinkedHashSet<>(settings.texts(CONTEXTS));
        for (String context : contexts) {
            if (!pages.contains(context)) {
                throw new IllegalArgumentException(
                        settings.refusal(CONTEXTS, "among " + String.join(", ", pages), context)
                                        .getMessage()
                                + Suggestion.of(context, pages));
            }
        }
        double share = settings.decimal(SHARE, 1, 0, 1);
        List<Variant> variants = variants();
        return new Experiment(name, salt, contexts, unit(), share, variants, control(variants), plan());
    }

    private Experiment.Plan plan() {
        String currency = settings.text("currency");
        if (currency != null && (currency.isBlank() || currency.length() > 16)) {
            throw settings.refusal("currency", "a text of 1 to 16 characters", currency);
        }
        return new Experiment.Plan(
                settings.integer("days", 14, 1, 365),
                settings.integer("conversions", 500, 1, 1_000_000),
                settings.integer("prePeriodDays", 30, 0, 365),
                settings.integer("sessionMinutes", 30, 1, 1_440),
                currency);
    }

    private Experiment.Unit unit() {
        String unit = settings.text(UNIT);
        for (Experiment.Unit one : Experiment.Unit.values()) {
            if (unit == null || one.key().equals(unit)) {
                return one;
            }
        }
        throw settings.refusal(UNIT, "'customer' or 'session'", unit);
    }

    private List<Variant> variants() {
        List<?> given = settings.list(VARIANTS);
        if (given.size() < 2 || given.size() > MOST_VARIANTS) {
            throw settings.refusal(VARIANTS, "a list of 2 to " + MOST_VARIANTS + " maps", given.size() + " of them");
        }
        List<Variant> variants = new ArrayList<>();
        boolean shared = false;
        for (Object one : given) {
            if (!(one instanceof Map<?, ?> map)) {
                throw settings.refusal(VARIANTS, "a list of maps with a `name`", one);
            }
            shared |= map.get(SHARE) != null;
            Variant variant = variant(Settings.of(Settings.stringKeyed(map), VARIANT_KEYS), given.size());
            if (variants.stream().anyMatch(other -> other.name().equals(variant.name()))) {
                throw settings.refusal(VARIANTS, "of different names", variant.name() + " twice");
            }
            variants.add(variant);
        }
        double sum = variants.stream().mapToDouble(Variant::share).sum();
        if (shared && Math.abs(sum - 1) > ROUNDING) {
            throw settings.refusal(VARIANTS, "of shares that add up to 1", "together " + sum);
        }
        return variants;
    }

    private static Variant variant(Settings given, int variants) {
        String name = Names.checked("variants.name", given.text("name"));
        try {
            double share = given.decimal(SHARE, 1.0 / variants, 0.001, 0.999);
            boolean baseline = given.flag("baseline", false);
            boolean holdout = given.flag("holdout", false);
            Map<String, Object> changes = changes(given);
            if ((baseline ? 1 : 0) + (holdout ? 1 : 0) + (changes.isEmpty() ? 0 : 1) > 1) {
                throw new IllegalArgumentException("`baseline`, `holdout` and changes exclude each other, but "
                        + "more than one of them was given.");
            }
            Variant.Kind kind = baseline ? Variant.Kind.BASELINE : holdout ? Variant.Kind.HOLDOUT : Variant.Kind.ENGINE;
            return new Variant(name, share, kind, changes);
        } catch (IllegalArgumentException refused) {
            throw of(name, refused);
        }
    }

    /** The same refusal, saying which variant it is about. */
    static IllegalArgumentException of(String variant, IllegalArgumentException refused) {
        return new IllegalArgumentException("Variant " + Shown.of(variant) + ": " + refused.getMessage());
    }

    private static Map<String, Object> changes(Settings given) {
        Map<String, Object> changes = new TreeMap<>();
        if (given.has(PARAMETERS)) {
            given.nested(PARAMETERS, PARAMETER_KEYS);
            changes.putAll(given.map(PARAMETERS));
        }
        if (given.has(CONTEXTS)) {
            changes.put(CONTEXTS, given.textLists(CONTEXTS));
        }
        if (given.has(RECIPES)) {
            changes.put(RECIPES, given.map(RECIPES));
        }
        return withoutNothing(changes);
    }

    /** A property can hold neither null nor an empty map, and both mean that nothing changes. */
    private static Map<String, Object> withoutNothing(Map<String, Object> map) {
        Map<String, Object> rest = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object kept = value instanceof Map<?, ?> inner ? withoutNothing(Settings.stringKeyed(inner)) : value;
            if (kept != null && !(kept instanceof Map<?, ?> inner && inner.isEmpty())) {
                rest.put(key, kept);
            }
        });
        return rest;
    }

    /** The one that was named, or the first that changes nothing, or else the first. */
    private String control(List<Variant> variants) {
        String named = settings.text(CONTROL);
        List<String> names = variants.stream().map(Variant::name).toList();
        if (named == null) {
            return variants.stream()
                    .filter(Variant::changesNothing)
                    .findFirst()
                    .orElse(variants.get(0))
                    .name();
        }
        if (!names.contains(named)) {
            throw new IllegalArgumentException(settings.refusal(CONTROL, "one of " + String.join(", ", names), named)
                            .getMessage()
                    + Suggestion.of(named, names));
        }
        return named;
    }
}
