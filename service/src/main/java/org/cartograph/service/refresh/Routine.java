package org.cartograph.service.refresh;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.LogText;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again in a thread of its own, as soon as there is a database to do it with. */
final class Routine {

    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

    private static final long LONGEST_FIRST_WAIT_MILLIS = Duration.ofMinutes(1).toMillis();

    private final String name;
    private final Duration interval;
    private final ShopDatabase database;
    private final Runnable work;
    private volatile @Nullable Thread worker;
    private String lastFailure = "";

    /**
     * A routine that has not begun.
     *
     * @param name     what is done, as a verb
     * @param interval from the end of one time to the next; 0 = never
     */
    Routine(String name, Duration interval, ShopDatabase database, Runnable work) {
        this.name = name;
        this.interval = interval;
        this.database = database;
        this.work = work;
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
            // Services that were started together do not all ask together.
            Thread.sleep(ThreadLocalRandom.current().nextLong(Math.min(millis, LONGEST_FIRST_WAIT_MILLIS)));
            while (!Thread.currentThread().isInterrupted()) {
                if (database.isKnown()) {
                    once();
                }
                Thread.sleep(millis);
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
