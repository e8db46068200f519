package org.cartograph.model;

import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How much one refresh may do; what is left over comes next time.
 *
 * @param maximumProducts products that get new rows: 1 to 1,000,000, default 1,000
 * @param maxSeconds after this time no further row is begun: 1 to 3,600, default 60
 * @param minimumInterval nothing is done when another refresh ended less than so many seconds ago: 0 to 3,600, default 0
 * @param threads how many read when the whole shop has to be read: 1 to 64, default one per core
 */
public record RefreshSettings(int maximumProducts, int maxSeconds, double minimumInterval, int threads) {
    private static final Set<String> KEYS = Set.of("maximumProducts", "maxSeconds", "minimumInterval", "threads");

    /** Reads a configuration map. */
    public static RefreshSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        return new RefreshSettings(
                settings.integer("maximumProducts", 1_000, 1, 1_000_000),
                settings.integer("maxSeconds", 60, 1, 3_600),
                settings.decimal("minimumInterval", 0, 0, 3_600),
                settings.integer("threads", Math.min(64, Runtime.getRuntime().availableProcessors()), 1, 64));
    }
}
