package org.cartograph.service.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Lets pages return little by little to a database that was away.
 *
 * <p>A server that has just started has compiled and cached nothing: a question costs it many times what it will a minute
 * later. All pages at once would make every answer late, and the circuit open again. So few pages ask at once: two at first;
 * an answer within half of the budget makes room for {@code 1 / room} more, which is one more for each round of answers, and
 * a late one takes half of the room (additive increase, multiplicative decrease: Chiu and Jain, Computer Networks and ISDN
 * Systems 17, 1989). Pages that find no room are answered from the snapshot at once. It is over when there is room for as
 * many as may ask at any time, and after a minute.
 */
final class SlowStart {

    private static final int FIRST = 2;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final long quick;
    private final LongSupplier clock;
    private final Runnable whenOver;
    private final AtomicInteger asking = new AtomicInteger();
    private volatile double room;
    private long began;

    /**
     * A slow start that has not begun: it lets every page in.
     *
     * @param patience with the budget and the questions that may be asked at once
     * @param clock    nanoseconds, from any beginning
     * @param whenOver is told each time that it is over
     */
    SlowStart(PatienceSettings patience, LongSupplier clock, Runnable whenOver) {
        this.most = patience.concurrency();
        this.quick = patience.budget().toNanos() / 2;
        this.clock = clock;
        this.whenOver = whenOver;
        this.room = most;
    }

    /** Whether few pages ask at once. */
    boolean isOn() {
        return room < most;
    }

    /** Begins, or begins anew. */
    synchronized void begin() {
        room = Math.min(FIRST, most);
        began = clock.getAsLong();
    }

    /** Whether this page may ask; it {@linkplain #leave() leaves} then. */
    boolean letsIn() {
        int now = asking.incrementAndGet();
        if (isOn() && now > room) {
            asking.decrementAndGet();
            return false;
        }
        return true;
    }

    /** A page that was let in no longer waits. */
    void leave() {
        asking.decrementAndGet();
    }

    /** A page had its answer after so long. */
    void answered(long nanos) {
        if (isOn()) {
            note(nanos <= quick ? room + 1 / room : room);
        }
    }

    /** A page had no answer within its budget. */
    void late() {
        if (isOn()) {
            note(Math.max(1, room / 2));
        }
    }

    private void note(double roomFromNowOn) {
        synchronized (this) {
            if (!isOn()) {
                return;
            }
            boolean over = roomFromNowOn >= most || clock.getAsLong() - began >= LONGEST;
            room = over ? most : roomFromNowOn;
            if (!over) {
                return;
            }
        }
        whenOver.run();
    }
}
