package org.cartograph.service.writing;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How writes are gathered: {@code cartograph.writing.*}.
 *
 * @param queue        items that may wait to be written, 1,000 to 1,000,000; more are refused
 * @param linger       least time from one transaction's beginning to the next one's, 0 to 20 ms: a lone request never
 *                     waits for it, one among many waits at most so long
 * @param largestGroup items of one transaction, 1 to 10,000; a request of more has one of its own. Large ones are cheaper for
 *                     each item, and keep everybody waiting; a database that was just started takes ten times as long
 * @param patience     time a request waits for its commit, 100 ms to 60 s, and that the database has for a transaction; one
 *                     that has waited half of it is refused, because it would be written too late
 */
@ConfigurationProperties("cartograph.writing")
record WritingSettings(
        @DefaultValue("10000") int queue,
        @DefaultValue("10ms") Duration linger,
        @DefaultValue("400") int largestGroup,
        @DefaultValue("5s") Duration patience) {

    private static final int LONGEST_LINGER_MILLIS = 20;

    WritingSettings {
        if (queue < 1_000 || queue > 1_000_000) {
            throw new CannotStart(
                    "`cartograph.writing.queue` must be between 1000 and 1000000, but was " + queue + ".");
        }
        if (linger.isNegative() || linger.toMillis() > LONGEST_LINGER_MILLIS) {
            throw new CannotStart("`cartograph.writing.linger` must be between 0ms and " + LONGEST_LINGER_MILLIS
                    + "ms, but was " + linger.toMillis() + "ms.");
        }
        if (largestGroup < 1 || largestGroup > 10_000) {
            throw new CannotStart(
                    "`cartograph.writing.largest-group` must be between 1 and 10000, but was " + largestGroup + ".");
        }
        if (patience.toMillis() < 100 || patience.toMillis() > 60_000) {
            throw new CannotStart("`cartograph.writing.patience` must be between 100ms and 60s, but was "
                    + patience.toMillis() + "ms.");
        }
    }
}
