package org.cartograph.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.cartograph.load.Progress;

/** A line every few seconds, for logs: what is loaded, how far, how fast, and how long it still takes. */
final class PlainProgress implements Progress {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();
    private static final double NANOS_A_SECOND = 1e9;

    private final PrintWriter out;
    private String what = "";
    private long rows;
    private long done;
    private long started;
    private long shown;

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void start(String kind, long count) {
        what = kind;
        rows = count;
        done = 0;
        started = System.nanoTime();
        shown = started;
    }

    @Override
    public void advance(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - shown >= INTERVAL_NANOS && done < rows) {
            shown = now;
            double rate = done / ((now - started) / NANOS_A_SECOND);
            out.printf(
                    "%s: %,d of %,d rows (%d %%), %,.0f rows/s, %,.0f s left%n",
                    what, done, rows, 100 * done / Math.max(1, rows), rate, (rows - done) / Math.max(1, rate));
            out.flush();
        }
    }

    @Override
    public void finish() {
        double seconds = (System.nanoTime() - started) / NANOS_A_SECOND;
        out.printf("%s: %,d of %,d rows, %,.0f rows/s%n", what, done, rows, done / Math.max(1e-3, seconds));
        out.flush();
    }
}
