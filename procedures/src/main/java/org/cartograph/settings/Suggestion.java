package org.cartograph.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** "Did you mean …?": the known word nearest to one that was mistyped, by Levenshtein distance. */
public final class Suggestion {
    private Suggestion() {}

    /** A sentence with a leading space, or nothing when no known word is near. */
    public static String of(String mistyped, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(word -> distance(mistyped, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(mistyped, word) <= Math.max(2, word.length() / 2))
                .map(word -> " Did you mean `" + word + "`?")
                .orElse("");
    }

    private static int distance(String left, String right) {
        // Keys are short; a caller's text may not be, and only its beginning can resemble a key.
        String a = left.toLowerCase(Locale.ROOT).substring(0, Math.min(left.length(), 64));
        String b = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
