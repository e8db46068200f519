package org.cartograph.service.database;

import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The database did not answer in time, or at all. */
public final class DatabaseAway extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    DatabaseAway(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }

    /** Why the database gave no answer. */
    public enum Reason {
        /** No server is known yet. */
        STARTING,
        /** The circuit is open: it failed a moment ago. */
        AWAY,
        /** It was away a moment ago, and few pages at once ask it. */
        RETURNING,
        /** The watchdog is on: it answers, but too slowly. */
        SLOW,
        /** As many questions as may wait for it do so. */
        FULL,
        /** It was asked and did not answer within the budget. */
        LATE,
        /** It was asked and failed. */
        FAILED,
        /** The service is stopping. */
        STOPPING;

        /** As metrics name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
