package org.cartograph.outcome;

import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How long answers are kept one by one.
 *
 * @param days that an answer is kept; shorter forgets sooner, longer tells more of the past; 400 holds a year and the
 *     same weeks of the year before
 * @param limit answers at most that one call sums up
 */
public record RetentionSettings(int days, int limit) {
    private static final Set<String> KEYS = Set.of("days", "limit");

    /** Reads a procedure's config. */
    public static RetentionSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        return new RetentionSettings(
                settings.integer("days", 400, 1, 36_500), settings.integer("limit", 100_000, 1, 100_000_000));
    }
}
