package org.cartograph.service.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** "Did you mean …?": the allowed name nearest to the one that came, by edit distance (Levenshtein, 1966). */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The sentence to append to an error, with a leading space.
     *
     * @param given   the name that came
     * @param allowed the names that would be right
     * @return empty when no allowed name is near, where two letters may differ in a name of four, and a third of a longer one
     */
    public static String didYouMean(String given, Collection<String> allowed) {
        String wanted = given.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= tolerated(name))
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
                .map(name -> " Did you mean `" + name + "`?")
                .orElse("");
    }

    private static int tolerated(String name) {
        return name.length() < 4 ? 1 : Math.max(2, name.length() / 3);
    }

    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int diagonal = above[0];
            above[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int substituted = diagonal + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = above[column];
                above[column] = Math.min(substituted, 1 + Math.min(above[column], above[column - 1]));
            }
        }
        return above[to.length()];
    }
}
