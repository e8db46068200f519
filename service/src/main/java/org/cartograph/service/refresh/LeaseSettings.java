package org.cartograph.service.refresh;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of several services does the scheduled work: {@code cartograph.lease.*}.
 *
 * @param life how long the work stays with a service that is not heard of any more, 1 s to 10 min. It is renewed three times
 *             in that time, so another service takes over at most a life and a third after one has died
 */
@ConfigurationProperties("cartograph.lease")
record LeaseSettings(@DefaultValue("15s") Duration life) {

    private static final long RENEWALS = 3;

    LeaseSettings {
        long millis = life.toMillis();
        if (millis < 1_000 || millis > 600_000) {
            throw new CannotStart(
                    "`cartograph.lease.life` must be between 1s and 10m, but was " + life.toMillis() + "ms.");
        }
    }

    /** Time from one renewal, or one try to take it, to the next. */
    Duration pace() {
        return life.dividedBy(RENEWALS);
    }
}
