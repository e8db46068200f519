package org.cartograph.service.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cartograph.service.problem.InvalidRequest;

/**
 * One question, from its place in the queue to the moment at which nothing of it is left.
 *
 * <p>When its time is over it has failed for everybody who waits. A question that runs then is let end by itself for as long
 * as the grace lasts: interrupting it makes the driver drop the connection, and the next question would have to connect anew
 * within its budget, which a server that has just come back may not allow. There is room for so many late questions only;
 * where it is taken a late one is interrupted at once, which frees the thread of a frozen server.
 */
final class Question<T> {

    private final Supplier<T> asking;
    private final Guards guards;
    private final AnsweringTimes times;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final FutureTask<Void> task = new FutureTask<>(this::run, null);
    private final AtomicBoolean begun = new AtomicBoolean();
    private final long asked = System.nanoTime();
    private volatile boolean interrupted;
    private boolean late;
    private boolean ended;

    /** A question that holds a place of the guards' room, and leaves it when it ends. */
    Question(Supplier<T> asking, Guards guards, AnsweringTimes times) {
        this.asking = asking;
        this.guards = guards;
        this.times = times;
    }

    /**
     * Asks.
     *
     * @param patience after which the answer has failed
     * @param grace    for which the question is let run on
     * @throws java.util.concurrent.RejectedExecutionException when the service is stopping
     */
    CompletableFuture<T> in(ThreadPoolExecutor threads, Duration patience, Duration grace) {
        threads.execute(task);
        var unused = answer.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).whenComplete((value, failure) -> {
            if (failure instanceof TimeoutException) {
                tooLate(threads, grace);
            }
        });
        return answer;
    }

    private void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            T value = asking.get();
            end(true);
            answer.complete(value);
        } catch (Throwable failure) {
            end(failure instanceof InvalidRequest);
            answer.completeExceptionally(failure);
        }
    }

    private void end(boolean answered) {
        boolean wasLate;
        synchronized (task) {
            ended = true;
            wasLate = late;
        }
        guards.room().onComplete();
        if (wasLate) {
            guards.late().onComplete();
        }
        if (answered) {
            times.answered(System.nanoTime() - asked);
        } else if (wasLate || interrupted) {
            times.gaveUp();
        }
    }

    private void tooLate(ThreadPoolExecutor threads, Duration grace) {
        if (begun.compareAndSet(false, true)) {
            threads.remove(task);
            guards.room().onComplete();
            times.gaveUp();
        } else if (isGranted(grace)) {
            CompletableFuture.delayedExecutor(grace.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(this::interrupt);
        } else {
            interrupt();
        }
    }

    private boolean isGranted(Duration grace) {
        synchronized (task) {
            late = !ended && !grace.isZero() && guards.late().tryAcquirePermission();
            return late;
        }
    }

    private void interrupt() {
        interrupted = true;
        task.cancel(true);
    }
}
