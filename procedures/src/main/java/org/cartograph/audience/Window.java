package org.cartograph.audience;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something must be.
 *
 * @param least so long ago or longer
 * @param most less long ago than this, so that the windows of two days on end meet everybody once
 */
record Window(Duration least, Duration most) {

    /** Whether a moment lies in the window, seen from {@code now}. */
    boolean holds(Instant moment, Instant now) {
        return isOver(moment, now) && !isPast(moment, now);
    }

    /** Whether a moment is long enough ago. */
    boolean isOver(Instant moment, Instant now) {
        return !moment.isAfter(now.minus(least));
    }

    /** Whether a moment is too long ago. */
    boolean isPast(Instant moment, Instant now) {
        return !moment.isAfter(now.minus(most));
    }
}
