package org.cartograph.service.trace;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the log says of requests: {@code cartograph.log.*}.
 *
 * @param slow a request that takes this long gets a line, at least 1 ms; one that fails gets one anyway
 */
@ConfigurationProperties("cartograph.log")
record LogSettings(@DefaultValue("500ms") Duration slow) {

    LogSettings {
        if (slow.toMillis() < 1) {
            throw new CannotStart("`cartograph.log.slow` must be at least 1ms, but was " + slow.toMillis() + "ms.");
        }
    }
}
