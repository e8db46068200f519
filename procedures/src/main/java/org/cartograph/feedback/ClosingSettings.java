package org.cartograph.feedback;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How recommendations are closed.
 *
 * @param limit recommendations at most
 */
public record ClosingSettings(FeedbackSettings feedback, int limit) {
    /** Reads a procedure's config. */
    public static ClosingSettings of(@Nullable Map<String, Object> config) {
        Set<String> keys = new HashSet<>(FeedbackSettings.KEYS);
        keys.add("limit");
        Settings settings = Settings.of(config, keys);
        return new ClosingSettings(FeedbackSettings.of(settings), settings.integer("limit", 10_000, 1, 10_000_000));
    }
}
