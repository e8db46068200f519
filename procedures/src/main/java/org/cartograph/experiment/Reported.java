package org.cartograph.experiment;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Instants;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * An exposure as a service reports it.
 *
 * @param at when, or null for now
 * @param problem why it cannot be read, or null; then nothing else counts
 */
record Reported(
        String experiment,
        String variant,
        String unit,
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable Instant at,
        @Nullable String problem) {
    private static final int LONGEST_ID = 64;
    private static final Set<String> KEYS = Set.of("experiment", "variant", "unit", "customerId", "visitorId", "at");

    /** Reads one by itself, so that a bad one rejects itself alone. */
    static Reported of(Map<String, Object> map) {
        try {
            Settings given = Settings.of(map, KEYS);
            return new Reported(
                    needed(given, "experiment"),
                    needed(given, "variant"),
                    needed(given, "unit"),
                    id(given, "customerId"),
                    id(given, "visitorId"),
                    at(given),
                    null);
        } catch (IllegalArgumentException unreadable) {
            return new Reported("", "", "", null, null, null, unreadable.getMessage());
        }
    }

    private static @Nullable Instant at(Settings given) {
        if (!given.has("at")) {
            return null;
        }
        Instant at = Instants.of(given.value("at"));
        if (at == null) {
            throw given.refusal("at", "a datetime", given.value("at"));
        }
        return at;
    }

    private static String needed(Settings given, String key) {
        String text = id(given, key);
        if (text == null) {
            throw given.refusal(key, "a text of 1 to " + LONGEST_ID + " characters", null);
        }
        return text;
    }

    private static @Nullable String id(Settings given, String key) {
        String text = given.text(key);
        if (text != null && (text.isEmpty() || text.length() > LONGEST_ID)) {
            throw given.refusal(key, "a text of 1 to " + LONGEST_ID + " characters", text);
        }
        return text;
    }
}
