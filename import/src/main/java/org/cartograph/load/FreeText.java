package org.cartograph.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cartograph.load.columns.Column;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Attribute;

/**
 * Which further columns are free text, which no two products share: those whose values have on average more than {@value #CHARACTERS} characters or
 * {@value #WORDS} words. Averages hardly depend on how a catalogue is cut into files, numbers of different values would. In other columns a value
 * of more than {@value Attribute#LONGEST_VALUE} characters alone is left out.
 */
final class FreeText {

    static final int CHARACTERS = 40;
    static final int WORDS = 6;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private final Columns columns;
    private final Map<Integer, String> keys;
    private final Map<String, long[]> sums = new HashMap<>();

    FreeText(Columns columns) {
        this.columns = columns;
        this.keys = columns.further();
        keys.values().forEach(key -> sums.put(key, new long[4]));
    }

    void add(List<String> fields) {
        keys.forEach((index, key) -> {
            String value = Columns.cell(fields, index);
            long[] sum = sums.getOrDefault(key, new long[4]);
            if (!value.isEmpty()) {
                sum[0]++;
                sum[1] += value.length();
                sum[2] += BETWEEN_WORDS.split(value, -1).length;
                sum[3] += value.length() > Attribute.LONGEST_VALUE ? 1 : 0;
            }
        });
    }

    /** The keys of the columns that are free text. */
    Set<String> keys() {
        Set<String> free = new TreeSet<>();
        sums.forEach((key, sum) -> {
            if (sum[1] > CHARACTERS * sum[0] || sum[2] > WORDS * sum[0]) {
                free.add(key);
            }
        });
        return free;
    }

    /** How many values of the other columns are too long to be kept. */
    long tooLong() {
        Set<String> free = keys();
        return sums.entrySet().stream()
                .filter(entry -> !free.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue()[3])
                .sum();
    }

    /** What becomes of each column of the file. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>(columns.meanings());
        List<String> header = List.copyOf(meanings.keySet());
        Set<String> free = keys();
        keys.forEach((index, key) -> {
            long[] sum = sums.getOrDefault(key, new long[4]);
            String what = "attribute `%s`".formatted(key);
            if (sum[0] == 0) {
                what = Column.LEFT_OUT + ": empty";
            } else if (free.contains(key)) {
                what = Column.LEFT_OUT
                        + ": free text, on average %d characters and %d words"
                                .formatted(sum[1] / sum[0], sum[2] / sum[0]);
            }
            meanings.put(header.get(index), what);
        });
        return meanings;
    }
}
