package org.cartograph.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A configuration map whose keys are known in advance and whose values are read with their type and range.
 *
 * <p>Every refusal is an {@link IllegalArgumentException} of one sentence, because that text is what a Cypher user and
 * an HTTP caller get to read. A key that is absent or null means its default.
 */
public final class Settings {
    private final Map<String, Object> values;
    private final String prefix;

    private Settings(Map<String, Object> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    /**
     * Reads a map.
     *
     * @param values what the caller gave; null counts as empty
     * @param known every key that means something here
     * @throws IllegalArgumentException for a key that means nothing, with the nearest one that does
     */
    public static Settings of(@Nullable Map<String, Object> values, Set<String> known) {
        return of(values, known, "");
    }

    private static Settings of(@Nullable Map<String, Object> values, Set<String> known, String prefix) {
        Map<String, Object> given = values == null ? Map.of() : values;
        for (String key : given.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("`" + prefix + key + "` is not a key here."
                        + Suggestion.of(key, known) + " Allowed: " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
        return new Settings(given, prefix);
    }

    /** Says whether the key was given with a value. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** The value as it came, or null when absent: for what is of a type that only the caller knows. */
    public @Nullable Object value(String key) {
        return values.get(key);
    }

    /** Says whether the key's value is a map. */
    public boolean isMap(String key) {
        return values.get(key) instanceof Map<?, ?>;
    }

    /** A map of anything; empty when absent. */
    public Map<String, Object> map(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return stringKeyed(map);
        }
        throw refusal(key, "a map", value);
    }

    /** The part of this map with these keys. */
    public Settings only(Set<String> keys) {
        Map<String, Object> part = new LinkedHashMap<>(values);
        part.keySet().retainAll(keys);
        return new Settings(part, prefix);
    }

    /** A map inside this map; its keys are named with a dot in messages. */
    public Settings nested(String key, Set<String> known) {
        Object value = values.get(key);
        if (value == null) {
            return of(Map.of(), known, prefix + key + ".");
        }
        if (!(value instanceof Map<?, ?>)) {
            throw refusal(key, "a map", value);
        }
        return of(stringKeyed((Map<?, ?>) value), known, prefix + key + ".");
    }

    /** A whole number within {@code least} and {@code most}, both included. */
    public int integer(String key, int standard, int least, int most) {
        Object value = values.get(key);
        if (value == null) {
            return standard;
        }
        boolean whole = value instanceof Long || value instanceof Integer;
        long number = whole ? ((Number) value).longValue() : 0;
        if (!whole || number < least || number > most) {
            throw refusal(key, "a whole number between " + least + " and " + most, value);
        }
        return (int) number;
    }

    /** Any whole number of 64 bits, or null when absent. */
    public @Nullable Long wholeNumber(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw refusal(key, "a whole number", value);
    }

    /** A finite number within {@code least} and {@code most}, both included. */
    public double decimal(String key, double standard, double least, double most) {
        Object value = values.get(key);
        if (value == null) {
            return standard;
        }
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw refusal(key, "a number between " + plain(least) + " and " + plain(most), value);
        }
        return number;
    }

    /** A finite number that is zero or more, or null when absent. */
    public @Nullable Double amount(String key) {
        return has(key) ? decimal(key, 0, 0, Double.MAX_VALUE) : null;
    }

    /** True or false. */
    public boolean flag(String key, boolean standard) {
        Object value = values.get(key);
        if (value == null) {
            return standard;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refusal(key, "true or false", value);
    }

    /** A text, or null when absent. */
    public @Nullable String text(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw refusal(key, "a text", value);
    }

    /** A list of texts; empty when absent. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(key)) {
            if (!(value instanceof String text)) {
                throw refusal(key, "a list of texts", values.get(key));
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** A list of anything; empty when absent. */
    public List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw refusal(key, "a list", value);
    }

    /** A map from text to a list of texts, as in {@code {color: ['red', 'blue']}}; empty when absent. */
    public Map<String, List<String>> textLists(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw refusal(key, "a map of lists of texts", value);
        }
        Map<String, Object> lists = stringKeyed(map);
        Settings inner = new Settings(lists, prefix + key + ".");
        Map<String, List<String>> result = new TreeMap<>();
        lists.keySet().forEach(name -> result.put(name, inner.texts(name)));
        return result;
    }

    /** A map from text to a number within {@code least} and {@code most}, as in {@code {color: 2}}; empty when absent. */
    public Map<String, Double> decimals(String key, double least, double most) {
        Object value = values.get(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw refusal(key, "a map of numbers", value);
        }
        Map<String, Object> numbers = stringKeyed(map);
        Settings inner = new Settings(numbers, prefix + key + ".");
        Map<String, Double> result = new TreeMap<>();
        numbers.forEach((name, number) -> {
            if (number != null) {
                result.put(name, inner.decimal(name, 0, least, most));
            }
        });
        return result;
    }

    /** The refusal that every reader here uses: the key, what is allowed, what came. */
    public IllegalArgumentException refusal(String key, String allowed, @Nullable Object came) {
        return new IllegalArgumentException(
                "`" + prefix + key + "` must be " + allowed + ", but was " + Shown.of(came) + ".");
    }

    /** A map as Cypher sends it, with its keys as text; null values stay. */
    public static Map<String, Object> stringKeyed(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
