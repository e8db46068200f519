package org.cartograph.service.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.cartograph.service.recommendation.Exposure;

/**
 * Exposures that were handed in a short while ago, so that a page that is loaded again does not hand them in again.
 *
 * <p>They are forgotten after one to two periods, or once one turns out to be lost. That an exposure comes again does no
 * harm.
 */
final class RecentExposures {

    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final int most;
    private Set<Exposure> thisPeriod = new HashSet<>();
    private Set<Exposure> lastPeriod = new HashSet<>();
    private Instant end = Instant.MIN;

    /** Remembers up to this many in a period. */
    RecentExposures(int most) {
        this.most = most;
    }

    /** Whether it was not handed in before; from now on it was. */
    synchronized boolean isNew(Exposure exposure, Instant now) {
        if (now.isAfter(end) || thisPeriod.size() >= most) {
            lastPeriod = thisPeriod;
            thisPeriod = new HashSet<>();
            end = now.plus(PERIOD);
        }
        return !lastPeriod.contains(exposure) && thisPeriod.add(exposure);
    }

    /** It was not handed in after all. */
    synchronized void forget(Exposure exposure) {
        thisPeriod.remove(exposure);
        lastPeriod.remove(exposure);
    }
}
