package org.cartograph.service.problem;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a caller may do with a body: {@code cartograph.body.*}.
 *
 * @param time how long one may take to arrive, 100 ms to 5 min: whoever sends it byte by byte keeps a thread from others
 */
@ConfigurationProperties("cartograph.body")
record BodySettings(@DefaultValue("10s") Duration time) {

    BodySettings {
        if (time.toMillis() < 100 || time.toMinutes() > 5) {
            throw new CannotStart(
                    "`cartograph.body.time` must be between 100ms and 5m, but was " + time.toMillis() + "ms.");
        }
    }
}
