package org.cartograph.experiment;

import java.util.Collection;
import java.util.regex.Pattern;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/** The names of experiments and variants: short, because a signed answer carries them, and without what parts them there. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,29}");

    private Names() {}

    /** A name that can be given. */
    static String checked(String field, @Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + field
                    + "` must be 1 to 30 letters, digits, hyphens and underscores, but was " + Shown.of(name) + ".");
        }
        return name;
    }

    /** The refusal of a name that no experiment has. */
    static IllegalArgumentException unknown(@Nullable String name, Collection<String> known) {
        return new IllegalArgumentException("`name` must be the name of an experiment, but was " + Shown.of(name) + "."
                + Suggestion.of(String.valueOf(name), known));
    }
}
