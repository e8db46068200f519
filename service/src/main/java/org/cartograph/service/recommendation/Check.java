package org.cartograph.service.recommendation;

import java.util.List;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** The checks that hold also while the database is away; whatever else is wrong, the plugin says. */
final class Check {

    /** Longest id, in characters, that the graph keeps. */
    static final int LONGEST_ID = 64;

    /** Most entries of one list of a request. */
    static final int LONGEST_LIST = 1_000;

    private Check() {}

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidRequest(
                    "`%s` must be given, but was %s.".formatted(field, value == null ? "missing" : "blank"));
        }
        if (value.length() > LONGEST_ID) {
            throw new InvalidRequest("`%s` must be at most %d characters long, but was %d."
                    .formatted(field, LONGEST_ID, value.length()));
        }
        return value;
    }

    static @Nullable String optional(String field, @Nullable String value) {
        return value == null ? null : required(field, value);
    }

    static List<String> each(String field, @Nullable List<String> values) {
        List<String> checked = list(field, values);
        for (int index = 0; index < checked.size(); index++) {
            required("%s[%d]".formatted(field, index), checked.get(index));
        }
        return List.copyOf(checked);
    }

    static <T> List<T> list(String field, @Nullable List<T> values) {
        return list(field, LONGEST_LIST, values);
    }

    static <T> List<T> list(String field, int longest, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > longest) {
            throw new InvalidRequest(
                    "`%s` must have at most %,d entries, but had %,d.".formatted(field, longest, values.size()));
        }
        for (int index = 0; index < values.size(); index++) {
            if (values.get(index) == null) {
                throw new InvalidRequest("`%s[%d]` must be given, but was null.".formatted(field, index));
            }
        }
        return values;
    }

    static @Nullable Integer between(String field, int least, int most, @Nullable Integer value) {
        if (value != null && (value < least || value > most)) {
            throw new InvalidRequest(
                    "`%s` must be between %d and %d, but was %d.".formatted(field, least, most, value));
        }
        return value;
    }
}
