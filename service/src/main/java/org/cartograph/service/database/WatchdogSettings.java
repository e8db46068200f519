package org.cartograph.service.database;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the database counts as too slow for pages: {@code cartograph.watchdog.*}.
 *
 * @param threshold p95 of the last minute above which pages are answered from the snapshot, 1 ms to 1 min; 0 = never; when
 *                  null a third more than {@code cartograph.recommendation.budget}, which makes 200 ms of 150
 */
@ConfigurationProperties("cartograph.watchdog")
record WatchdogSettings(@Nullable Duration threshold) {

    WatchdogSettings {
        if (threshold != null && (threshold.isNegative() || threshold.toMillis() > 60_000)) {
            throw new CannotStart("`cartograph.watchdog.threshold` must be between 1ms and 1m, or 0 for never, but was "
                    + threshold.toMillis() + "ms.");
        }
    }

    Duration thresholdBeside(Duration budget) {
        return threshold == null ? budget.multipliedBy(4).dividedBy(3) : threshold;
    }
}
