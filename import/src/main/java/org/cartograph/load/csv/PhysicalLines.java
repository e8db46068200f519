package org.cartograph.load.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text with their numbers; lines that were read too far can be given back. */
final class PhysicalLines implements Closeable {

    private final BufferedReader reader;
    private final Deque<String> returned = new ArrayDeque<>();
    private long number;

    PhysicalLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** The next line without its line break, or null at the end. */
    @Nullable
    String next() throws IOException {
        String line = returned.isEmpty() ? reader.readLine() : returned.pop();
        if (line != null) {
            number++;
        }
        return line;
    }

    /** Gives back lines that were just read, in their order. */
    void giveBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            returned.push(lines.get(i));
        }
        number -= lines.size();
    }

    /** The number of the line that {@link #next} returned last; the first is 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
