package org.cartograph.service.writing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.cartograph.service.trace.CurrentTrace;
import org.cartograph.service.trace.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * What one caller wants written, and what has become of it so far. Many ask, one writer writes.
 *
 * @param <I> an item
 */
final class WriteRequest<I> {

    private final Batch<I> kind;
    private final List<I> items;
    private final List<@Nullable Written> outcomes;
    private final CompletableFuture<List<Written>> answer = new CompletableFuture<>();
    private final long came = System.nanoTime();
    private final Optional<RequestTrace> trace = CurrentTrace.get();

    WriteRequest(Batch<I> kind, List<I> items) {
        this.kind = kind;
        this.items = List.copyOf(items);
        this.outcomes = new ArrayList<>(Collections.nCopies(items.size(), null));
    }

    Batch<I> kind() {
        return kind;
    }

    int size() {
        return items.size();
    }

    /** The request of which it is part; empty where nobody waits for it. */
    Optional<RequestTrace> trace() {
        return trace;
    }

    List<I> items(int from, int to) {
        return items.subList(from, to);
    }

    /** All of it. */
    Share<I> whole() {
        return new Share<>(this, 0, size());
    }

    /** Notes what became of items; these are committed, or rejected for good. */
    void settle(int from, List<Written> settled) {
        for (int index = 0; index < settled.size(); index++) {
            outcomes.set(from + index, settled.get(index));
        }
    }

    /**
     * Tells the caller, once nothing more will be written of it. Where a failure left items unsettled, all have to be sent
     * again.
     *
     * @return what is settled
     */
    List<Written> answer() {
        List<Written> settled = new ArrayList<>(size());
        for (Written outcome : outcomes) {
            if (outcome != null) {
                settled.add(outcome);
            }
        }
        if (settled.size() == size()) {
            answer.complete(settled);
        } else {
            answer.completeExceptionally(NotWritten.unconfirmed());
        }
        return settled;
    }

    /** Whether it came before a {@link System#nanoTime}. */
    boolean cameBefore(long moment) {
        return came - moment < 0;
    }

    /** Tells the caller that nothing of it was written, because it would have been too late. */
    void refuse(int waiting) {
        answer.completeExceptionally(new TooMuchToWrite(waiting));
    }

    /** Whether nobody waits any more, so that writing it now would be too late. */
    boolean isGivenUp() {
        return answer.isDone();
    }

    /** What becomes of the items, whenever that is known. */
    CompletableFuture<List<Written>> outcome() {
        return answer;
    }

    /**
     * What becomes of the items, which is told within this time; fails with {@link TooMuchToWrite} when nothing was written,
     * else with {@link NotWritten}.
     */
    CompletableFuture<List<Written>> answer(Duration patience) {
        return answer.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).exceptionally(failure -> {
            if (failure instanceof TooMuchToWrite refused) {
                throw refused;
            }
            throw failure instanceof NotWritten sentence ? sentence : NotWritten.unconfirmed();
        });
    }
}
