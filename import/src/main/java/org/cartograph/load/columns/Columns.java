package org.cartograph.load.columns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartograph.load.csv.UnusableFileException;
import org.jspecify.annotations.Nullable;

/** Where the known columns of one file stand, and which further columns it has. */
public final class Columns {

    /** The place of a column that the file does not have. */
    public static final int ABSENT = -1;

    private static final int LONGEST_LIST = 300;
    private static final Pattern WORD_START = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final FileKind kind;
    private final List<String> header;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, Column> known = new HashMap<>();

    private Columns(FileKind kind, List<String> header) {
        this.kind = kind;
        this.header = header;
    }

    /**
     * Reads a header.
     *
     * @throws UnusableFileException if a required column is missing or a name stands twice
     */
    public static Columns of(FileKind kind, Path path, List<String> header) {
        Columns columns = new Columns(kind, header);
        List<String> names = header.stream().map(Columns::plain).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && names.indexOf(name) != i) {
                throw new UnusableFileException("%s has two columns `%s`.".formatted(path, name));
            }
        }
        kind.columns().forEach(column -> columns.place(column, names));
        for (Column column : kind.columns()) {
            if (column.required() && columns.index(column.name()) == ABSENT) {
                throw new UnusableFileException("%s has no column `%s` (also called %s); it has: %s."
                        .formatted(
                                path,
                                column.name(),
                                String.join(", ", column.synonyms()),
                                shortened(String.join(", ", header))));
            }
        }
        return columns;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LIST ? text : text.substring(0, LONGEST_LIST) + "…";
    }

    private void place(Column column, List<String> names) {
        List<String> candidates = new ArrayList<>(List.of(column.name()));
        candidates.addAll(column.synonyms());
        for (String name : candidates) {
            int index = names.indexOf(name);
            if (index != ABSENT && !known.containsKey(index)) {
                known.put(index, column);
                if (!column.isLeftOut()) {
                    places.put(column.name(), index);
                    return;
                }
            }
        }
    }

    /** The place of a known column, or {@link #ABSENT}. */
    public int index(String name) {
        @Nullable Integer place = places.get(name);
        if (place != null) {
            return place;
        }
        if (kind.columns().stream().noneMatch(column -> column.name().equals(name))) {
            throw new IllegalArgumentException("`%s` is not in the table of %s.".formatted(name, kind.plural()));
        }
        return ABSENT;
    }

    /** The name a known column has in this file. */
    public String nameOf(String name) {
        int index = index(name);
        return index == ABSENT ? name : header.get(index);
    }

    /** The text of a known column in a row, without spaces around it; empty where the file has no such column. */
    public static String cell(List<String> fields, int index) {
        return index == ABSENT ? "" : fields.get(index).strip();
    }

    /** The places of the columns that are not in the table, with the key each has as an attribute. */
    public Map<Integer, String> further() {
        Map<Integer, String> further = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String key = plain(header.get(i));
            if (!known.containsKey(i) && !key.isEmpty()) {
                further.put(i, key);
            }
        }
        return further;
    }

    /** What becomes of each column, in the order of the file. */
    public Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            @Nullable Column column = known.get(i);
            meanings.put(header.get(i), column == null ? kind.others() : column.becomes());
        }
        return meanings;
    }

    /** A column's name without the accidents of its spelling: {@code Product ID}, {@code productId} → {@code product_id}. */
    public static String plain(String name) {
        String words = WORD_START.matcher(name.strip()).replaceAll("_");
        String plain = NOT_IN_NAMES.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
        return plain.replaceAll("^_|_$", "");
    }
}
