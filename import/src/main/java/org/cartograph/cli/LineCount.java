package org.cartograph.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A line every few seconds that says how many customers were written; nobody knows yet how many there will be. */
final class LineCount implements LongConsumer {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final String kind;
    private final PrintWriter out;
    private long shown = System.nanoTime();

    LineCount(String kind, PrintWriter out) {
        this.kind = kind;
        this.out = out;
    }

    @Override
    public void accept(long lines) {
        long now = System.nanoTime();
        if (now - shown >= INTERVAL_NANOS) {
            shown = now;
            out.printf("%s: %,d customers%n", kind, lines);
            out.flush();
        }
    }
}
