package org.cartograph.merchandise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something counts.
 *
 * @param from the first moment, or null for since ever
 * @param until the first moment after it, or null for for ever
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {
    /** Where a moment lies. */
    public State state(Instant now) {
        if (from != null && now.isBefore(from)) {
            return State.UPCOMING;
        }
        return until == null || now.isBefore(until) ? State.ACTING : State.OVER;
    }

    /** Whether there is a moment in both. */
    boolean overlaps(Period other) {
        return endsAfterStartOf(other) && other.endsAfterStartOf(this);
    }

    private boolean endsAfterStartOf(Period other) {
        return until == null || other.from == null || until.isAfter(other.from);
    }

    /** Whether it counts now, later, or no more. */
    public enum State {
        ACTING,
        UPCOMING,
        OVER
    }
}
