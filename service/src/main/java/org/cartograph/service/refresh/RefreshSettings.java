package org.cartograph.service.refresh;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the model is kept fresh: {@code cartograph.model.*}.
 *
 * @param refreshInterval how often the plugin is asked to refresh it, 1 s to 1 h; 0 = never
 */
@ConfigurationProperties("cartograph.model")
record RefreshSettings(@DefaultValue("10s") Duration refreshInterval) {

    RefreshSettings {
        long millis = refreshInterval.toMillis();
        if (millis != 0 && (millis < 1_000 || millis > 3_600_000)) {
            throw new CannotStart(
                    "`cartograph.model.refresh-interval` must be between 1s and 1h, or 0 for never, but was " + millis
                            + "ms.");
        }
    }
}
