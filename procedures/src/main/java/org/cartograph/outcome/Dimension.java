package org.cartograph.outcome;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;

/** What rows can be told apart by. */
enum Dimension {
    /** The page. */
    CONTEXT,
    /** The box. */
    PLACEMENT,
    /** Each variant of an experiment that had a part in an answer; an answer with several counts in each. */
    VARIANT,
    /** What a product came from. */
    SOURCE,
    /** The day of the answer, in UTC. */
    DAY,
    /** The currency of money; counts are the same in each of its rows. */
    CURRENCY;

    private static final List<String> WORDS = Arrays.stream(values())
            .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
            .toList();

    static Set<Dimension> of(Settings settings) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        for (String word : settings.texts("by")) {
            int found = WORDS.indexOf(word);
            if (found < 0) {
                throw new IllegalArgumentException("`by` must hold some of " + String.join(", ", WORDS) + ", but held "
                        + Shown.of(word) + "." + Suggestion.of(word, WORDS));
            }
            dimensions.add(values()[found]);
        }
        return dimensions;
    }
}
