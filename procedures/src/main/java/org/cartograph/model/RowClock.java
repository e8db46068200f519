package org.cartograph.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives each rewriting of a row a time that no earlier one had, because readers take an unchanged {@code rowsAt} for an
 * unchanged row, and the system clock may show the same microsecond twice.
 */
final class RowClock {
    private static final AtomicReference<Instant> LAST = new AtomicReference<>(Instant.EPOCH);

    private RowClock() {}

    static ZonedDateTime next() {
        Instant now = LAST.updateAndGet(last -> {
            Instant clock = Instant.now();
            return clock.isAfter(last) ? clock : last.plus(Duration.ofNanos(1));
        });
        return now.atZone(ZoneOffset.UTC);
    }
}
