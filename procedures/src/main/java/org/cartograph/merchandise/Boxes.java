package org.cartograph.merchandise;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;

/**
 * The boxes of the shop, by which a rule says where it acts.
 *
 * @param pages names of placements by context
 */
record Boxes(Map<String, List<String>> pages) {
    private static final String CONTEXTS = "contexts";
    private static final String PLACEMENTS = "placements";

    /** Reads {@code contexts}; empty for all. */
    Set<String> contexts(Settings settings) {
        return known(settings, CONTEXTS, pages.keySet());
    }

    /** Reads {@code placements}; empty for all. */
    Set<String> placements(Settings settings, Set<String> contexts) {
        Set<String> all = new TreeSet<>();
        pages.values().forEach(all::addAll);
        Set<String> wanted = known(settings, PLACEMENTS, all);
        Set<String> here = new TreeSet<>();
        pages.forEach((context, placements) -> {
            if (contexts.isEmpty() || contexts.contains(context)) {
                here.addAll(placements);
            }
        });
        for (String placement : wanted) {
            if (!here.contains(placement)) {
                throw settings.refusal(
                        PLACEMENTS,
                        "on one of the pages in `contexts`, which have " + String.join(", ", here),
                        placement);
            }
        }
        return wanted;
    }

    private static Set<String> known(Settings settings, String key, Collection<String> known) {
        Set<String> names = new LinkedHashSet<>(settings.texts(key));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("`" + key + "` must be among "
                        + String.join(", ", new TreeSet<>(known)) + ", but held " + Shown.of(name) + "."
                        + Suggestion.of(name, known));
            }
        }
        return names;
    }

    /** A box in which both rules act at some moment, as {@code 'for-you' on 'home'}. */
    Optional<String> shared(Rule rule, Rule other) {
        if (!rule.period().overlaps(other.period())) {
            return Optional.empty();
        }
        return pages.entrySet().stream()
                .flatMap(page -> page.getValue().stream()
                        .filter(placement ->
                                rule.concerns(page.getKey(), placement) && other.concerns(page.getKey(), placement))
                        .map(placement -> "'" + placement + "' on '" + page.getKey() + "'"))
                .findFirst();
    }
}
