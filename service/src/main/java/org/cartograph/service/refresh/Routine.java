package org.cartograph.service.refresh;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.problem.LogText;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again in a thread of its own, whenever it may. */
final class Routine {

    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMinutes(1);
    /** Who may not work now may in a moment: the interval of a rare routine would be too long to find out. */
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final String name;
    private final Duration interval;
    private final Duration firstWait;
    private final BooleanSupplier mayWork;
    private final Runnable work;
    private volatile @Nullable Thread worker;
    private String lastFailure = "";

    /**
     * A routine that has not begun.
     *
     * @param name      what is done, as a verb
     * @param interval  from the end of one time to the next; 0 = never
     * @param firstWait the most that is waited before the first time: services that were started together do not all ask
     *                  together
     * @param mayWork   whether it is to be done now, asked each time
     */
    Routine(String name, Duration interval, Duration firstWait, BooleanSupplier mayWork, Runnable work) {
        this.name = name;
        this.interval = interval;
        this.firstWait = firstWait;
        this.mayWork = mayWork;
        this.work = work;
    }

    /** Scheduled work, which is done by whichever service holds the lease. */
    static Routine scheduled(String name, Duration interval, Lease lease, Runnable work) {
        Duration firstWait = interval.compareTo(LONGEST_FIRST_WAIT) < 0 ? interval : LONGEST_FIRST_WAIT;
        return new Routine(name, interval, firstWait, lease::isHeld, work);
    }

    void start() {
        if (!interval.isZero()) {
            Thread thread = new Thread(this::goOn, name);
            thread.setDaemon(true);
            worker = thread;
            thread.start();
        }
    }

    void stop() {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
        worker = null;
    }

    boolean isRunning() {
        return worker != null;
    }

    private void goOn() {
        long millis = interval.toMillis();
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(firstWait.toMillis() + 1));
            while (!Thread.currentThread().isInterrupted()) {
                if (mayWork.getAsBoolean()) {
                    once();
                    Thread.sleep(millis);
                } else {
                    Thread.sleep(Math.min(millis, LOOK_AGAIN_MILLIS));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            work.run();
            succeeded();
        } catch (Neo4jException | DatabaseAway failure) {
            failed(LogText.of(failure));
        }
    }

    /** Says what is wrong once, not every time. */
    private void failed(String sentence) {
        if (!sentence.equals(lastFailure)) {
            LOG.warn("{} does not work: {}", name, sentence);
        }
        lastFailure = sentence;
    }

    private void succeeded() {
        if (!lastFailure.isEmpty()) {
            LOG.info("{} works again", name);
        }
        lastFailure = "";
    }
}
