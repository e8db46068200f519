package org.cartograph.service.database;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * What stands between pages and the database, by Resilience4j; {@code resilience4j.*} of the metrics, under these names.
 *
 * <p>{@code database}: the circuit breaker opens when half of the last ten questions failed, and lets one through after each
 * pause; the bulkhead holds the questions that are asked or wait to be; the time limiter counts those that came too late. It
 * does not measure the time itself, because it knows one time for all, and here a patient caller's question may take
 * longer. {@code database-late}: the bulkhead of questions that are late and end by themselves. {@code database-patient} and
 * {@code database-patient-pages}: the bulkheads of questions with a budget above the service's own, so that other pages
 * always find a thread.
 */
final class Guards {

    private static final String DATABASE = "database";
    private static final int QUEUED_PER_THREAD = 4;
    private static final long FIRST_PAUSE_MILLIS = 100;

    private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final TimeLimiterRegistry limits = TimeLimiterRegistry.ofDefaults();
    private final CircuitBreaker circuit;
    private final Bulkhead room;
    private final Bulkhead late;
    private final Bulkhead patient;
    private final Bulkhead patientPages;
    private final TimeLimiter limit;

    Guards(PatienceSettings patience) {
        this.circuit = circuits.circuitBreaker(
                DATABASE,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitIntervalFunctionInOpenState(pauses(patience.pause()))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        // A question that may take a minute must not keep all others waiting for what becomes of it.
                        .maxWaitDurationInHalfOpenState(patience.budget().plus(patience.pause()))
                        .build());
        this.room = bulkheads.bulkhead(DATABASE, holding(patience.concurrency() * (1 + QUEUED_PER_THREAD)));
        this.late = bulkheads.bulkhead(DATABASE + "-late", holding(patience.concurrency() / 2));
        this.patient = bulkheads.bulkhead(DATABASE + "-patient", holding(Math.max(1, patience.concurrency() / 2)));
        this.patientPages =
                bulkheads.bulkhead(DATABASE + "-patient-pages", holding(Math.max(1, patience.concurrency() / 4)));
        this.limit = limits.timeLimiter(
                DATABASE,
                TimeLimiterConfig.custom().timeoutDuration(patience.budget()).build());
    }

    /** Short after what may have been a moment's standstill, and longer the longer it lasts. */
    private static IntervalFunction pauses(Duration longest) {
        long millis = longest.toMillis();
        return IntervalFunction.ofExponentialBackoff(Math.min(FIRST_PAUSE_MILLIS, millis), 2, millis);
    }

    private static BulkheadConfig holding(int questions) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(questions)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limits).bindTo(meters);
    }

    CircuitBreaker circuit() {
        return circuit;
    }

    Bulkhead room() {
        return room;
    }

    Bulkhead late() {
        return late;
    }

    Bulkhead patient() {
        return patient;
    }

    Bulkhead patientPages() {
        return patientPages;
    }

    TimeLimiter limit() {
        return limit;
    }
}
