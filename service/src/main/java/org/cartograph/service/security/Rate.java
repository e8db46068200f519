package org.cartograph.service.security;

import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may come.
 *
 * @param perSecond requests a second in the long run, 0 to 1,000,000; 0 = no limit
 * @param burst     requests at once after a pause, 1 to 10,000,000; twice as many as a second's when null
 */
public record Rate(
        @DefaultValue("0") int perSecond, @Nullable Integer burst) {

    public Rate {
        if (perSecond < 0 || perSecond > 1_000_000) {
            throw new CannotStart("`per-second` of a limit must be between 0 and 1000000, but was " + perSecond + ".");
        }
        if (burst != null && perSecond == 0) {
            throw new CannotStart("`burst` of a limit must come with a `per-second`, but that was missing.");
        }
        if (burst != null && (burst < 1 || burst > 10_000_000)) {
            throw new CannotStart("`burst` of a limit must be between 1 and 10000000, but was " + burst + ".");
        }
    }

    /** So many a second. */
    public static Rate of(int perSecond) {
        return new Rate(perSecond, null);
    }

    /** Whether there is any limit. */
    public boolean isLimited() {
        return perSecond > 0;
    }

    /** Requests at once. */
    public int capacity() {
        return burst == null ? Math.max(1, 2 * perSecond) : burst;
    }
}
