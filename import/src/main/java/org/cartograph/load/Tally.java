package org.cartograph.load;

import java.util.EnumMap;
import java.util.Map;

/** Counts that are growing; used by one thread at a time. */
final class Tally {

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    void add(Count count, long more) {
        if (more > 0) {
            counts.merge(count, more, Long::sum);
        }
    }

    Map<Count, Long> counts() {
        return Map.copyOf(counts);
    }
}
