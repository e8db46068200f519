package org.cartograph.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a moment from whatever temporal type a shop stored; times without a zone are UTC. */
public final class Instants {
    private Instants() {}

    /** The moment, or null when the value is no date or time. */
    public static @Nullable Instant of(@Nullable Object value) {
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (value instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return value instanceof LocalDate date ? date.atStartOfDay().toInstant(ZoneOffset.UTC) : null;
    }
}
