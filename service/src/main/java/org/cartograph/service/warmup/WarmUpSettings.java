package org.cartograph.service.warmup;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the service warms itself up before it is ready: {@code cartograph.warm-up.*}.
 *
 * @param time at most, 0 to 1 min; 0 = not at all
 */
@ConfigurationProperties("cartograph.warm-up")
record WarmUpSettings(@DefaultValue("4s") Duration time) {

    WarmUpSettings {
        if (time.isNegative() || time.toMillis() > 60_000) {
            throw new CannotStart(
                    "`cartograph.warm-up.time` must be between 0 and 1m, but was " + time.toMillis() + "ms.");
        }
    }
}
