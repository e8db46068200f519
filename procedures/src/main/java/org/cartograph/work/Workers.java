package org.cartograph.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The threads of one build.
 *
 * <p>The calling thread waits and asks every few milliseconds whether the caller's transaction was terminated; the
 * threads learn of it at their next checkpoint. The first failure of any thread stops all and reaches the caller.
 */
public final class Workers implements AutoCloseable {
    private static final long POLL_MILLIS = 20;
    /** Products handed to a thread at once: few, because a bestseller's row takes a thousand times a shelf-warmer's. */
    private static final int BLOCK = 16;

    private final ExecutorService pool;
    private final int threads;
    private final Runnable terminationCheck;
    private volatile boolean stopped;

    /**
     * Starts the threads.
     *
     * @param terminationCheck throws when the caller wants no result any more
     */
    public Workers(int threads, Runnable terminationCheck) {
        this.threads = threads;
        this.terminationCheck = terminationCheck;
        this.pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "cartograph-build");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many threads there are. */
    public int count() {
        return threads;
    }

    /** To be called often by work: ends it when the build was stopped. */
    public void checkpoint() {
        if (stopped) {
            throw new CancellationException("The build was stopped.");
        }
    }

    /** Throws when the caller's transaction was terminated; for work on the calling thread. */
    public void checkTermination() {
        terminationCheck.run();
    }

    /** Runs one piece of work on each thread and gives their results in order. */
    public <T> List<T> all(IntFunction<T> work) {
        List<Future<T>> futures = new ArrayList<>(threads);
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            futures.add(pool.submit(() -> work.apply(number)));
        }
        List<T> results = new ArrayList<>(threads);
        for (Future<T> future : futures) {
            results.add(await(future));
        }
        return results;
    }

    /**
     * Runs numbered work 0 … count−1, handed out in small blocks.
     *
     * @param perThread makes each thread's own worker
     * @param done told how many were finished, now and then
     */
    public void each(int count, Supplier<IntConsumer> perThread, IntConsumer done) {
        AtomicInteger next = new AtomicInteger();
        all(thread -> {
            IntConsumer worker = perThread.get();
            for (int from = next.getAndAdd(BLOCK); from < count; from = next.getAndAdd(BLOCK)) {
                checkpoint();
                int until = Math.min(count, from + BLOCK);
                for (int number = from; number < until; number++) {
                    worker.accept(number);
                }
                done.accept(until - from);
            }
            return true;
        });
    }

    private <T> T await(Future<T> future) {
        while (true) {
            try {
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWorking) {
                checkOrStop();
            } catch (ExecutionException failed) {
                stopped = true;
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                stopped = true;
                Thread.currentThread().interrupt();
                throw new CancellationException("The build was interrupted.");
            }
        }
    }

    private void checkOrStop() {
        try {
            terminationCheck.run();
        } catch (RuntimeException terminated) {
            stopped = true;
            throw terminated;
        }
    }

    /** Stops the threads and waits until none of them still holds a transaction. */
    @Override
    public void close() {
        stopped = true;
        pool.shutdown();
        boolean interrupted = false;
        try {
            while (!pool.isTerminated()) {
                try {
                    pool.awaitTermination(1, TimeUnit.SECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
