package org.cartograph.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/**
 * How much heap a piece of work holds at its height, above what the server holds at rest.
 *
 * <p>A thread forces a collection, notes what survived, lets the work run for a moment and begins again: what counts is
 * what the work needs, not what the collector has not fetched yet. The work takes several times longer meanwhile, so its
 * time is measured elsewhere.
 */
final class PeakHeap {
    private static final long LET_RUN_MILLIS = 15;

    private PeakHeap() {}

    /** The work's peak in megabytes. */
    static double of(Runnable work) {
        long rest = alive();
        long[] peak = {rest};
        Thread worker = new Thread(work, "measured");
        worker.start();
        try {
            do {
                peak[0] = Math.max(peak[0], alive());
                worker.join(LET_RUN_MILLIS);
            } while (worker.isAlive());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return (peak[0] - rest) / (double) (1 << 20);
    }

    private static long alive() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
