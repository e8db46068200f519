package org.cartograph.service.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pages from waiting for a database that answers, but too slowly.
 *
 * <p>It goes on when the p95 of the last minute passes the threshold: when more than one in twenty of the database's answers
 * took longer. These are the database's own times, from the question to the end of the answer, also of those that came too
 * late for their page; a question that was given up is slower than any threshold. A budget below the threshold hides nothing
 * from it for that reason.
 *
 * <p>While it is on, one page in twenty still asks, and one every quarter of a second where there are few. It goes off
 * after ten answers in a row that took at most three quarters of the threshold. Neither happens within five seconds of the
 * other, nor on fewer than twenty answers.
 */
final class Watchdog implements AnsweringTimes {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final int ONE_IN = 20;
    private static final int FEWEST_ANSWERS = 20;
    private static final int QUICK_IN_A_ROW = 10;
    private static final long QUARTER_SECOND = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long REST = TimeUnit.SECONDS.toNanos(5);

    private final long threshold;
    private final LongSupplier clock;
    private final LastMinute lastMinute = new LastMinute();
    private volatile boolean on;
    private boolean asleep = true;
    private long turned;
    private long pages;
    private long asked;
    private int quick;

    /**
     * A watchdog that is off, and sees nothing until it starts over: a service that warms itself up is slow, and not its
     * database.
     *
     * @param threshold 0 = it never goes on
     * @param clock     nanoseconds, from any beginning
     */
    Watchdog(Duration threshold, LongSupplier clock) {
        this.threshold = threshold.toNanos();
        this.clock = clock;
        this.turned = clock.getAsLong();
    }

    /** Whether pages are answered from the snapshot. */
    boolean isOn() {
        return on;
    }

    /** Whether this page may ask the database. */
    boolean letsAsk() {
        return !on || isToTry();
    }

    private synchronized boolean isToTry() {
        long now = clock.getAsLong();
        boolean tries = pages++ % ONE_IN == 0 || now - asked >= QUARTER_SECOND;
        if (tries) {
            asked = now;
        }
        return tries;
    }

    @Override
    public void answered(long nanos) {
        if (threshold > 0) {
            note(nanos);
        }
    }

    @Override
    public void gaveUp() {
        answered(Long.MAX_VALUE);
    }

    private synchronized void note(long nanos) {
        long now = clock.getAsLong();
        if (asleep) {
            return;
        }
        if (on) {
            quick = nanos <= threshold / 4 * 3 ? quick + 1 : 0;
            if (quick >= QUICK_IN_A_ROW && now - turned >= REST) {
                turn(false, now);
            }
        } else {
            lastMinute.add(now, nanos > threshold);
            int answers = lastMinute.answers(now);
            if (answers >= FEWEST_ANSWERS && lastMinute.slowAnswers(now) * 20 > answers && now - turned >= REST) {
                turn(true, now);
            }
        }
    }

    private void turn(boolean toOn, long now) {
        startOver(now);
        on = toOn;
        long millis = TimeUnit.NANOSECONDS.toMillis(threshold);
        if (toOn) {
            LOG.warn(
                    "The database is slow (p95 above {} ms): answering from the snapshot, still asking now and then",
                    millis);
        } else {
            LOG.info("The database is no longer slow (threshold {} ms): asking it for every page", millis);
        }
    }

    /** Goes off, if it was on, and sees nothing until it starts over. */
    synchronized void sleep() {
        on = false;
        asleep = true;
    }

    /** Forgets what it has seen, and sees what comes from now on. */
    synchronized void startOver() {
        asleep = false;
        startOver(clock.getAsLong());
    }

    private void startOver(long now) {
        lastMinute.clear();
        turned = now;
        quick = 0;
    }
}
