package org.cartograph.service.database;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cartograph.service.database.DatabaseAway.Reason;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the database without ever waiting longer than a budget, and without waiting at all while it is known to be away, or
 * for a page while it is known to be slow or has only just come back.
 *
 * <p>A caller's budget and the database's are two things: a page that waits 20 ms only says nothing about the database.
 * A question counts as a failure when the service's own budget (or the caller's, if longer) is over; half of the last ten
 * failing opens the circuit, which lets one question through after each pause. When that one was answered pages return by a
 * {@linkplain SlowStart slow start}.
 */
@Component
public final class Questions implements DisposableBean {

    private final PatienceSettings patience;
    private final Guards guards;
    private final Watchdog watchdog;
    private final SlowStart slowStart;
    private final AnsweringTimes pageTimes;
    private final ThreadPoolExecutor threads;
    private volatile boolean ready;

    Questions(PatienceSettings patience, WatchdogSettings watch, MeterRegistry meters) {
        this.patience = patience;
        this.guards = new Guards(patience);
        this.watchdog = new Watchdog(watch.thresholdBeside(patience.budget()), System::nanoTime);
        this.slowStart = new SlowStart(patience, System::nanoTime, this::watch);
        this.pageTimes = new TimedAnswers(meters, watchdog, slowStart);
        this.threads = new ThreadPoolExecutor(
                patience.concurrency(),
                patience.concurrency(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), // the guards' room bounds it
                question -> {
                    Thread thread = new Thread(question, "question");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        CircuitLog.follow(guards.circuit());
        guards.circuit().getEventPublisher().onStateTransition(change -> startSlowly(change.getStateTransition()));
        guards.bindTo(meters);
        Gauge.builder("cartograph.watchdog.on", watchdog, watching -> watching.isOn() ? 1 : 0)
                .description("1 while pages are answered from the snapshot because the database is slow")
                .register(meters);
        Gauge.builder("cartograph.slow.start.on", slowStart, starting -> starting.isOn() ? 1 : 0)
                .description("1 while few pages at once ask a database that was away")
                .register(meters);
    }

    /** What is slow because the database has just come back is for the slow start to see to, not for the watchdog. */
    private void startSlowly(StateTransition change) {
        if (change.getToState() != State.HALF_OPEN) {
            watchdog.sleep();
            slowStart.begin();
        }
    }

    /** What was slow because the service had just started says nothing about the database. */
    @EventListener(ApplicationReadyEvent.class)
    void watchFromNowOn() {
        ready = true;
        watch();
    }

    private void watch() {
        if (ready && !slowStart.isOn()) {
            watchdog.startOver();
        }
    }

    /** Time an answer may take when the request says nothing. */
    public Duration standardBudget() {
        return patience.budget();
    }

    /** Time after which the server itself may end a question of a caller with this budget: nothing of it is left then. */
    public Duration patience(Duration budget) {
        return untilFailure(budget).plus(patience.grace());
    }

    private Duration untilFailure(Duration budget) {
        return isPatient(budget) ? budget : patience.budget();
    }

    /**
     * The database's answer to a page, if it comes within the budget. The watchdog sees how long it takes.
     *
     * @throws DatabaseAway   when it does not, or is known not to
     * @throws InvalidRequest when the question itself was wrong
     */
    public <T> T askForPage(Duration budget, Supplier<T> question) {
        if (!watchdog.letsAsk()) {
            throw new DatabaseAway(Reason.SLOW, "The database answers too slowly at the moment.", null);
        }
        if (!slowStart.letsIn()) {
            throw new DatabaseAway(Reason.RETURNING, "The database has only just come back.", null);
        }
        try {
            return askForPageNow(budget, question);
        } finally {
            slowStart.leave();
        }
    }

    /** A patient page that finds no room among the patient is asked for as any other. */
    private <T> T askForPageNow(Duration budget, Supplier<T> question) {
        if (!isPatient(budget)) {
            return askNow(budget, question, pageTimes);
        }
        if (!guards.patientPages().tryAcquirePermission()) {
            return askNow(patience.budget(), question, pageTimes);
        }
        try {
            return askNow(budget, question, pageTimes);
        } finally {
            guards.patientPages().onComplete();
        }
    }

    private boolean isPatient(Duration budget) {
        return budget.compareTo(patience.budget()) > 0;
    }

    /**
     * The database's answer to whoever is not a page, if it comes within the budget.
     *
     * @throws DatabaseAway   when it does not, or is known not to
     * @throws InvalidRequest when the question itself was wrong
     */
    public <T> T ask(Duration budget, Supplier<T> question) {
        if (!isPatient(budget)) {
            return askNow(budget, question, AnsweringTimes.IGNORED);
        }
        if (!guards.patient().tryAcquirePermission()) {
            throw new DatabaseAway(Reason.FULL, "Too many questions that may take long wait for the database.", null);
        }
        try {
            return askNow(budget, question, AnsweringTimes.IGNORED);
        } finally {
            guards.patient().onComplete();
        }
    }

    private <T> T askNow(Duration budget, Supplier<T> question, AnsweringTimes times) {
        if (!guards.circuit().tryAcquirePermission()) {
            throw new DatabaseAway(Reason.AWAY, "The database was away a moment ago.", null);
        }
        CompletableFuture<T> answer = submit(CurrentTrace.carriedOver(question), untilFailure(budget), times);
        try {
            return answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw tooLate(budget, late);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof InvalidRequest mistake) {
                throw mistake;
            }
            if (cause instanceof TimeoutException) {
                throw tooLate(budget, cause);
            }
            Reason reason = cause instanceof DatabaseAway away ? away.reason() : Reason.FAILED;
            throw new DatabaseAway(reason, "The database failed.", cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseAway(Reason.STOPPING, "The service is stopping.", stopped);
        }
    }

    private static DatabaseAway tooLate(Duration budget, @Nullable Throwable late) {
        return new DatabaseAway(Reason.LATE, "The database did not answer within " + budget.toMillis() + " ms.", late);
    }

    private <T> CompletableFuture<T> submit(Supplier<T> question, Duration untilFailure, AnsweringTimes times) {
        if (!guards.room().tryAcquirePermission()) {
            guards.circuit().releasePermission();
            throw new DatabaseAway(Reason.FULL, "Too many questions wait for the database already.", null);
        }
        long asked = System.nanoTime();
        try {
            return new Question<>(question, guards, times)
                    .in(threads, untilFailure, patience.grace())
                    .whenComplete((value, failure) -> {
                        if (failure instanceof TimeoutException) {
                            times.late();
                        }
                        record(failure, System.nanoTime() - asked);
                    });
        } catch (RejectedExecutionException closed) {
            guards.room().onComplete();
            guards.circuit().releasePermission();
            throw new DatabaseAway(Reason.STOPPING, "The service is stopping.", closed);
        }
    }

    private void record(@Nullable Throwable failure, long nanos) {
        if (failure == null || failure instanceof InvalidRequest) {
            guards.circuit().onSuccess(nanos, TimeUnit.NANOSECONDS);
            guards.limit().onSuccess();
        } else if (failure instanceof DatabaseAway) {
            guards.circuit().releasePermission(); // not asked: a demo's server is not known yet
        } else {
            guards.circuit().onError(nanos, TimeUnit.NANOSECONDS, failure);
            guards.limit().onError(failure);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
