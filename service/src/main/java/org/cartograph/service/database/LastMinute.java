package org.cartograph.service.database;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** How many answers of the last minute were slow, in steps of five seconds. */
final class LastMinute {

    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int STEPS = 12;

    private final long[] stepOf = new long[STEPS];
    private final int[] all = new int[STEPS];
    private final int[] slow = new int[STEPS];

    void add(long now, boolean wasSlow) {
        long step = Math.floorDiv(now, STEP_NANOS);
        int place = Math.floorMod(step, STEPS);
        if (stepOf[place] != step) {
            stepOf[place] = step;
            all[place] = 0;
            slow[place] = 0;
        }
        all[place]++;
        slow[place] += wasSlow ? 1 : 0;
    }

    void clear() {
        Arrays.fill(all, 0);
        Arrays.fill(slow, 0);
    }

    int answers(long now) {
        return sum(all, now);
    }

    int slowAnswers(long now) {
        return sum(slow, now);
    }

    private int sum(int[] counts, long now) {
        long oldest = Math.floorDiv(now, STEP_NANOS) - STEPS;
        int sum = 0;
        for (int place = 0; place < STEPS; place++) {
            sum += stepOf[place] > oldest ? counts[place] : 0;
        }
        return sum;
    }
}
