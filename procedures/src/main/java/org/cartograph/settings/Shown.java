package org.cartograph.settings;

import org.jspecify.annotations.Nullable;

/** A caller's value as an error message shows it: quoted when it is text, and never longer than a line. */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The value, cut to {@value #LONGEST} characters. */
    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        String cut =
                text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
        return value instanceof String ? "'" + cut + "'" : cut;
    }
}
