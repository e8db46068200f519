package org.cartograph.service.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
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
final class SlowStart implements AnsweringTimes {

    private static final int FIRST = 2;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final long quick;
    private final LongSupplier clock;
    private final Runnable whenOver;
    private final AtomicInteger asking = new AtomicInteger();
    private volatile double room;
    private volatile long began;

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
        return room < most && !isLongAgo();
    }

    private boolean isLongAgo() {
        return clock.getAsLong() - began >= LONGEST;
    }

    /** Begins, or begins anew; it is over at once where so few may ask at any time. */
    void begin() {
        synchronized (this) {
            began = clock.getAsLong();
            room = Math.min(FIRST, most);
        }
        if (!isOn()) {
            whenOver.run();
        }
    }

    /** Whether this page may ask; it {@linkplain #leave() leaves} then. */
    boolean letsIn() {
        int now = asking.incrementAndGet();
        if (room < most && !mayAsk(now)) {
            asking.decrementAndGet();
            return false;
        }
        return true;
    }

    private boolean mayAsk(int now) {
        if (isLongAgo()) {
            makeRoom(before -> most);
        }
        return now <= room;
    }

    /** A page that was let in no longer waits. */
    void leave() {
        asking.decrementAndGet();
    }

    @Override
    public void answered(long nanos) {
        if (nanos <= quick) {
            makeRoom(before -> before + 1 / before);
        }
    }

    @Override
    public void late() {
        makeRoom(before -> Math.max(1, before / 2));
    }

    private void makeRoom(DoubleUnaryOperator change) {
        if (room >= most) {
            return; // nearly always
        }
        synchronized (this) {
            if (room >= most) {
                return;
            }
            room = isLongAgo() ? most : Math.min(change.applyAsDouble(room), most);
            if (room < most) {
                return;
            }
        }
        whenOver.run();
    }
}
