package org.cartograph.service.refresh;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often outcomes are looked after: {@code cartograph.feedback.*}.
 *
 * @param learnInterval  how often the plugin is asked to learn from them, 1 s to 1 h; 0 = never
 * @param closeInterval  how often it is asked to count purchases that came by file and to close what is over, 1 s to 1 d; 0 =
 *                       never
 * @param retainInterval how often it is asked to sum up what is too old, 1 min to 30 d; 0 = never
 * @param retainDays     how long a recommendation is kept, 1 to 36,500 days
 */
@ConfigurationProperties("cartograph.feedback")
record OutcomeSettings(
        @DefaultValue("10s") Duration learnInterval,
        @DefaultValue("10m") Duration closeInterval,
        @DefaultValue("24h") Duration retainInterval,
        @DefaultValue("400") int retainDays) {

    OutcomeSettings {
        check("learn-interval", learnInterval, Duration.ofSeconds(1), Duration.ofHours(1), "between 1s and 1h");
        check("close-interval", closeInterval, Duration.ofSeconds(1), Duration.ofDays(1), "between 1s and 1d");
        check("retain-interval", retainInterval, Duration.ofMinutes(1), Duration.ofDays(30), "between 1m and 30d");
        if (retainDays < 1 || retainDays > 36_500) {
            throw new CannotStart(
                    "`cartograph.feedback.retain-days` must be between 1 and 36500, but was " + retainDays + ".");
        }
    }

    private static void check(String name, Duration interval, Duration least, Duration most, String allowed) {
        if (!interval.isZero() && (interval.compareTo(least) < 0 || interval.compareTo(most) > 0)) {
            throw new CannotStart("`cartograph.feedback." + name + "` must be " + allowed + ", or 0 for never, but was "
                    + interval.toMillis() + "ms.");
        }
    }
}
