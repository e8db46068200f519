package org.cartograph.placement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;

/** Which boxes stand on which page. */
final class Pages {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST = 12;

    private Pages() {}

    /** The pages, the shop's own among them. */
    static Map<String, List<String>> of(Settings settings, Map<String, Placement> placements) {
        Map<String, List<String>> pages = standard();
        Map<String, List<String>> own = settings.textLists("contexts");
        own.forEach((context, names) -> {
            checkName("context", context);
            pages.put(context, checked(context, names, placements.keySet()));
        });
        return pages;
    }

    /** The pages before the shop says otherwise. */
    static Map<String, List<String>> standard() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        StandardPlacements.ALL.forEach((context, boxes) ->
                pages.put(context, boxes.stream().map(Placement::name).toList()));
        return pages;
    }

    private static List<String> checked(String context, List<String> names, Collection<String> known) {
        if (names.isEmpty() || names.size() > MOST) {
            throw new IllegalArgumentException("`placements` of context '" + context + "' must be 1 to " + MOST
                    + " names, but " + (names.isEmpty() ? "was empty." : "were " + names.size() + "."));
        }
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("`placements` of context '" + context + "' must be among "
                        + String.join(", ", known) + ", or have a recipe with a `basis`, but held " + Shown.of(name)
                        + "." + Suggestion.of(name, known));
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("`placements` of context '" + context
                    + "' must name each box once, but was " + String.join(", ", names) + ".");
        }
        return List.copyOf(names);
    }

    /** Refuses names that an address could not hold. */
    static void checkName(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + field
                    + "` must be 1 to 64 small letters, digits and hyphens, but was " + Shown.of(name) + ".");
        }
    }
}
