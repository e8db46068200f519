package org.cartograph.load;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads batches in one thread while the caller's thread writes them: parsing costs no time of its own. At most {@value #WAITING} batches wait, so
 * the memory is bounded however large the file is.
 */
final class Pipeline<T> {

    private static final int WAITING = 2;
    private static final int POLL_MILLIS = 100;

    /** Something that produces batches until it has no more. */
    interface Source<T> {
        void produce(Consumer<Batch<T>> sink);
    }

    private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean produced;
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;

    /** Runs until everything is written; an exception of either side ends both and reaches the caller. */
    void run(Source<T> source, Consumer<Batch<T>> writer) {
        Thread reader = new Thread(() -> read(source), "cartograph-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            while (true) {
                boolean last = produced;
                @Nullable Batch<T> batch = queue.poll(last ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    writer.accept(batch);
                } else if (last) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The load was interrupted.");
        } finally {
            stopped = true;
        }
        rethrow();
    }

    private void read(Source<T> source) {
        try {
            source.produce(this::put);
        } catch (Throwable e) {
            failure = e;
        } finally {
            produced = true;
        }
    }

    private void put(Batch<T> batch) {
        try {
            while (!queue.offer(batch, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped) {
                    throw new CancellationException("The writer has stopped.");
                }
            }
        } catch (InterruptedException e) {
            throw new CancellationException("The load was interrupted.");
        }
    }

    private void rethrow() {
        @Nullable Throwable cause = failure;
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
    }
}
