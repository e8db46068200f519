package org.cartograph.experiment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.neo4j.graphdb.Transaction;

/** The settings by which a variant answers: its changes over the shop's settings as they are now. */
final class VariantSettings {
    private static final String RECIPES = "recipes";
    private static final String CONTEXTS = "contexts";

    private VariantSettings() {}

    /**
     * The settings of a variant.
     *
     * @param current the shop's
     * @throws IllegalArgumentException when they would not be valid
     */
    static RecommendSettings of(Transaction transaction, RecommendSettings current, Variant variant) {
        return switch (variant.kind()) {
            case HOLDOUT -> current;
            case BASELINE -> current.rulesAlone();
            case ENGINE -> variant.changes().isEmpty() ? current : CurrentSettings.with(transaction, variant.changes());
        };
    }

    /**
     * Refuses a variant that would not be valid, or of which no shopper would see anything.
     *
     * @throws IllegalArgumentException with one sentence that names the variant and the key
     */
    static void check(Transaction transaction, RecommendSettings current, Experiment experiment, Variant variant) {
        try {
            RecommendSettings settings = of(transaction, current, variant);
            Set<String> pages =
                    experiment.contexts().isEmpty() ? current.contexts().keySet() : experiment.contexts();
            refuseOthers(CONTEXTS, "pages that the experiment acts on", pages, keys(variant, CONTEXTS));
            Set<String> boxes = new TreeSet<>();
            for (String page : pages) {
                settings.placements(page, List.of()).stream()
                        .map(Placement::name)
                        .forEach(boxes::add);
            }
            refuseOthers(RECIPES, "boxes on pages that the experiment acts on", boxes, keys(variant, RECIPES));
        } catch (IllegalArgumentException refused) {
            throw ExperimentConfig.of(variant.name(), refused);
        }
    }

    private static void refuseOthers(String key, String what, Set<String> known, Set<String> given) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("`" + key + "` must be of " + what + " ("
                        + String.join(", ", known) + "), but held " + Shown.of(name) + "."
                        + Suggestion.of(name, known));
            }
        }
    }

    /** The boxes whose recipes a variant changes. */
    static Set<String> recipes(Variant variant) {
        return keys(variant, RECIPES);
    }

    /** Whether it changes more than the recipes of some boxes. */
    static boolean changesWholePages(Variant variant) {
        return variant.kind() == Variant.Kind.BASELINE
                || variant.changes().keySet().stream().anyMatch(key -> !key.equals(RECIPES));
    }

    private static Set<String> keys(Variant variant, String key) {
        return variant.changes().get(key) instanceof Map<?, ?> map
                ? Settings.stringKeyed(map).keySet()
                : Set.of();
    }
}
