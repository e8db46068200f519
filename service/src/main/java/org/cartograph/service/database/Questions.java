package org.cartograph.service.database;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks the database without ever waiting longer than a budget, and without waiting at all while it is known to be away.
 *
 * <p>A caller's budget and the database's are two things: a page that waits 20 ms only says nothing about the database.
 * A question lives on until the service's own budget (or the caller's, if longer) is over, and only then counts as a
 * failure; half of the last ten failing opens the circuit, which lets one question through after each pause.
 */
@Component
public final class Questions implements DisposableBean {

    private static final int QUEUED_PER_THREAD = 4;

    private final PatienceSettings patience;
    private final ThreadPoolExecutor threads;
    private final CircuitBreaker circuit;

    Questions(PatienceSettings patience) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                patience.concurrency(),
                patience.concurrency(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(patience.concurrency() * QUEUED_PER_THREAD),
                question -> {
                    Thread thread = new Thread(question, "question");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        this.circuit = CircuitBreaker.of(
                "database",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(patience.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        CircuitLog.follow(circuit);
    }

    /** Time an answer may take when the request says nothing. */
    public Duration standardBudget() {
        return patience.budget();
    }

    /** Time the database has for a question of a caller with this budget. */
    public Duration patience(Duration budget) {
        return budget.compareTo(patience.budget()) > 0 ? budget : patience.budget();
    }

    /**
     * The database's answer, if it comes within the budget.
     *
     * @throws DatabaseAway   when it does not, or is known not to
     * @throws InvalidRequest when the question itself was wrong
     */
    public <T> T ask(Duration budget, Supplier<T> question) {
        if (!circuit.tryAcquirePermission()) {
            throw new DatabaseAway("The database was away a moment ago.", null);
        }
        CompletableFuture<T> answer = submit(question, patience(budget));
        try {
            return answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new DatabaseAway("The database did not answer within " + budget.toMillis() + " ms.", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InvalidRequest mistake) {
                throw mistake;
            }
            throw new DatabaseAway("The database failed.", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseAway("The service is stopping.", stopped);
        }
    }

    private <T> CompletableFuture<T> submit(Supplier<T> question, Duration patience) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        long asked = System.nanoTime();
        try {
            Future<?> running = threads.submit(() -> {
                try {
                    answer.complete(question.get());
                } catch (Throwable failure) {
                    answer.completeExceptionally(failure);
                }
            });
            return answer.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).whenComplete((value, failure) -> {
                if (failure instanceof TimeoutException) {
                    // Interrupting makes the driver drop the connection, which frees the thread of a frozen server.
                    running.cancel(true);
                }
                record(failure, System.nanoTime() - asked);
            });
        } catch (RejectedExecutionException full) {
            circuit.releasePermission();
            throw new DatabaseAway("Too many questions wait for the database already.", full);
        }
    }

    private void record(@Nullable Throwable failure, long nanos) {
        if (failure == null || failure instanceof InvalidRequest) {
            circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else if (failure instanceof DatabaseAway) {
            circuit.releasePermission(); // not asked: a demo's server is not known yet
        } else {
            circuit.onError(nanos, TimeUnit.NANOSECONDS, failure);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
