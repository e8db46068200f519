package org.cartograph.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Repeated measurements of one thing. */
public final class Figures {
    private final List<Double> values = new ArrayList<>();

    /** Adds a measurement. */
    public void add(double value) {
        values.add(value);
    }

    /** The value in the middle. */
    public double median() {
        return percentile(50);
    }

    /** The smallest value that at least {@code percent} of all values do not exceed. */
    public double percentile(double percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100 * sorted.size()) - 1));
    }
}
