package org.cartograph.service.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The database's own times for pages, for operators, for the watchdog and for a slow start. */
final class TimedAnswers implements AnsweringTimes {

    private final Watchdog watchdog;
    private final SlowStart slowStart;
    private final Timer answers;
    private final Counter givenUp;

    TimedAnswers(MeterRegistry meters, Watchdog watchdog, SlowStart slowStart) {
        this.watchdog = watchdog;
        this.slowStart = slowStart;
        this.answers = Timer.builder("cartograph.database.answers")
                .description("How long the database took for pages, late answers included")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(150),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2))
                .register(meters);
        this.givenUp = Counter.builder("cartograph.database.given.up")
                .description("Questions for pages that had no answer when the service stopped waiting for it")
                .register(meters);
    }

    @Override
    public void answered(long nanos) {
        answers.record(nanos, TimeUnit.NANOSECONDS);
        watchdog.answered(nanos);
        slowStart.answered(nanos);
    }

    @Override
    public void late() {
        slowStart.late();
    }

    @Override
    public void gaveUp() {
        givenUp.increment();
        watchdog.gaveUp();
    }
}
