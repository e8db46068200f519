package org.cartograph.service.writing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests in the order they came, bounded by their items. Many hand in, one takes. */
final class WaitingRequests {

    private final int room;
    private final int largestGroup;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<WriteRequest<?>> requests = new ArrayDeque<>();
    private int items;
    private boolean closed;

    /**
     * An empty queue.
     *
     * @param room         items it holds
     * @param largestGroup items taken at once; a larger request is taken alone
     * @param longestWait  after which a request is refused instead of taken: its caller would be gone when it is written
     */
    WaitingRequests(int room, int largestGroup, Duration longestWait) {
        this.room = room;
        this.largestGroup = largestGroup;
        this.longestWait = longestWait;
    }

    /** Hands in a request; false when there is no room for it. */
    boolean offer(WriteRequest<?> request) {
        lock.lock();
        try {
            if (closed || items + request.size() > room) {
                return false;
            }
            requests.add(request);
            items += request.size();
            if (requests.size() == 1 || items >= largestGroup) {
                changed.signal(); // in between the taker sleeps until its time has come
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is to be written next; waits for it, but not for long.
     *
     * @param earliest the {@link System#nanoTime} before which only a full group is given out, or the rest of a closed queue
     * @param atMost   time to wait for a first request
     * @return nothing when none came
     */
    List<WriteRequest<?>> take(long earliest, Duration atMost) throws InterruptedException {
        List<WriteRequest<?>> late = new ArrayList<>();
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (requests.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            left = earliest - System.nanoTime();
            while (!requests.isEmpty() && items < largestGroup && !closed && left > 0) {
                changed.awaitNanos(left);
                left = earliest - System.nanoTime();
            }
            return group(late);
        } finally {
            lock.unlock();
            late.forEach(request -> request.refuse(items()));
        }
    }

    /** Nothing is late any more when the queue is closed: what it holds is written. */
    private List<WriteRequest<?>> group(List<WriteRequest<?>> late) {
        long oldest = System.nanoTime() - longestWait.toNanos();
        List<WriteRequest<?>> group = new ArrayList<>();
        int size = 0;
        while (!requests.isEmpty()
                && (group.isEmpty() || size + requests.element().size() <= largestGroup)) {
            WriteRequest<?> next = requests.remove();
            items -= next.size();
            if (!closed && next.cameBefore(oldest)) {
                late.add(next);
            } else if (!next.isGivenUp()) {
                group.add(next);
                size += next.size();
            }
        }
        return group;
    }

    /** Takes in nothing more; what is there can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what nobody will take any more. */
    void refuseRest() {
        List<WriteRequest<?>> rest;
        lock.lock();
        try {
            rest = List.copyOf(requests);
            requests.clear();
            items = 0;
        } finally {
            lock.unlock();
        }
        rest.forEach(request -> request.refuse(0));
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is closed and empty. */
    boolean isDone() {
        lock.lock();
        try {
            return closed && requests.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Items that wait. */
    int items() {
        lock.lock();
        try {
            return items;
        } finally {
            lock.unlock();
        }
    }
}
