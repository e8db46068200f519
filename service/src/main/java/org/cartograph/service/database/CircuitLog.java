package org.cartograph.service.database;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.cartograph.service.problem.LogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line when the database goes away and one when it is back, none for the tries between. */
final class CircuitLog {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitLog.class);

    private final AtomicReference<String> lastFailure = new AtomicReference<>("");

    private CircuitLog() {}

    static void follow(CircuitBreaker circuit) {
        CircuitLog log = new CircuitLog();
        circuit.getEventPublisher()
                .onError(log::remember)
                .onStateTransition(change -> log.write(change.getStateTransition()));
    }

    private void remember(CircuitBreakerOnErrorEvent failed) {
        Throwable failure = failed.getThrowable();
        lastFailure.set(
                failure instanceof TimeoutException
                        ? "no answer within " + failed.getElapsedDuration().toMillis() + " ms"
                        : LogText.of(failure));
    }

    private void write(StateTransition change) {
        switch (change) {
            case CLOSED_TO_OPEN ->
                LOG.warn("The database is away ({}): answering from the snapshot", lastFailure.get());
            case HALF_OPEN_TO_CLOSED -> LOG.info("The database is back");
            default -> {}
        }
    }
}
