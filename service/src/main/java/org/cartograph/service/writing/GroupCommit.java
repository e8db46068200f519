package org.cartograph.service.writing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.database.WriteTransactions;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.cartograph.service.trace.CurrentTrace;
import org.cartograph.service.trace.RequestTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes the items of many requests in one transaction.
 *
 * <p>A request that comes while nothing is written is written at once. What comes while a transaction runs, or soon after
 * one began, gathers for the next. What was handed in is still written when the service stops.
 */
@Component
public final class GroupCommit implements SmartLifecycle {

    /** Starts before and stops after the web server, which hands in until its last answer. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4_096;

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final WritingSettings settings;
    private final WaitingRequests waiting;
    private final GraphKeys keys;
    private final GroupWriter writer;
    private final WritingMetrics metrics;
    private volatile @Nullable Thread thread;

    GroupCommit(
            WritingSettings settings, ShopDatabase database, WriteTransactions transactions, WritingMetrics metrics) {
        this.settings = settings;
        this.waiting = new WaitingRequests(
                settings.queue(), settings.largestGroup(), settings.patience().dividedBy(2));
        this.keys = new GraphKeys(database);
        this.writer = new GroupWriter(transactions, settings.patience());
        this.metrics = metrics;
        metrics.watch(waiting);
    }

    /** Has the figures of a kind there from now on, at 0, before there is a first item of it. */
    public void expect(Batch<?> kind) {
        metrics.expect(kind);
    }

    /** {@linkplain #commit Writes} the good items of a request; those that were refused before are counted with them. */
    public <I> CompletableFuture<WriteAnswer> write(Batch<I> kind, Items<I> items) {
        return items.write(good -> commit(kind, good)).thenApply(answer -> {
            metrics.refused(kind, items.refused());
            return answer;
        });
    }

    /**
     * Writes items. No thread waits for the commit: a slow database would have all threads of the web server wait, and
     * pages that ask for nothing but an answer behind them.
     *
     * @return what became of each, in their order, once they are committed; fails with {@link NotWritten} when that does not
     *         come in time, or cannot be told
     * @throws TooMuchToWrite when there is no room for them
     * @throws NotWritten     when the service is stopping
     */
    public <I> CompletableFuture<List<Written>> commit(Batch<I> kind, List<I> items) {
        if (items.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        WriteRequest<I> request = new WriteRequest<>(kind, items);
        if (!waiting.offer(request)) {
            throw noRoom();
        }
        return request.answer(settings.patience());
    }

    /**
     * Hands in items without waiting for the commit.
     *
     * @return what became of each, in their order, whenever that is known; fails with {@link TooMuchToWrite} when there is
     *         no room for them or they waited too long, and with {@link NotWritten} when it cannot be told
     */
    public <I> CompletableFuture<List<Written>> enqueue(Batch<I> kind, List<I> items) {
        WriteRequest<I> request = new WriteRequest<>(kind, items);
        return waiting.offer(request) ? request.outcome() : CompletableFuture.failedFuture(noRoom());
    }

    private RuntimeException noRoom() {
        return waiting.isClosed() ? NotWritten.stopping() : new TooMuchToWrite(waiting.items());
    }

    private void writeUntilDone() {
        long began = System.nanoTime() - settings.linger().toNanos();
        try {
            while (!waiting.isDone()) {
                keys.install();
                List<WriteRequest<?>> requests =
                        waiting.take(began + settings.linger().toNanos(), IDLE);
                if (!requests.isEmpty()) {
                    began = System.nanoTime();
                    write(requests);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<WriteRequest<?>> requests) {
        try {
            metrics.time(() -> CurrentTrace.during(tracesOf(requests), () -> writer.write(Group.of(requests))));
            metrics.worked();
        } catch (RuntimeException failure) {
            metrics.failed(failure);
        } finally {
            requests.forEach(this::answer);
        }
    }

    /** Of all of them, so that a slow transaction leads back to each. */
    private static List<RequestTrace> tracesOf(List<WriteRequest<?>> requests) {
        return requests.stream().flatMap(request -> request.trace().stream()).toList();
    }

    private void answer(WriteRequest<?> request) {
        List<Written> settled = request.answer();
        metrics.count(request.kind(), settled, request.size() - settled.size());
    }

    @Override
    public void start() {
        Thread writing = new Thread(this::writeUntilDone, "writer");
        writing.setDaemon(true);
        thread = writing;
        writing.start();
    }

    /** Takes in nothing more, and writes what is there. */
    @Override
    public void stop() {
        waiting.close();
        Thread writing = thread;
        if (writing != null) {
            try {
                writing.join(2 * settings.patience().toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            writing.interrupt();
        }
        waiting.refuseRest();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
