package org.cartograph.merchandise;

import java.util.Collection;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/** The names that merchandisers give to rules and lists, and the notes that they leave with them. */
final class Names {
    private static final int LONGEST = 64;
    private static final int LONGEST_NOTE = 500;

    private Names() {}

    /** A name that can be given. */
    static String checked(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "`name` must be a text of 1 to " + LONGEST + " characters, but was " + Shown.of(name) + ".");
        }
        return name;
    }

    /** Reads {@code note}. */
    static @Nullable String note(Settings settings) {
        String note = settings.text("note");
        if (note != null && note.length() > LONGEST_NOTE) {
            throw settings.refusal("note", "at most " + LONGEST_NOTE + " characters", note);
        }
        return note;
    }

    /** The refusal of a name that nothing has. */
    static IllegalArgumentException unknown(String kind, String name, Collection<String> known) {
        return new IllegalArgumentException("`name` must be the name of a " + kind + ", but was " + Shown.of(name) + "."
                + Suggestion.of(name, known));
    }
}
