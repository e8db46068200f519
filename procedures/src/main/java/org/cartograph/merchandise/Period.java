package org.cartograph.merchandise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.cartograph.graph.Instants;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;

/**
 * When something counts.
 *
 * @param from the first moment, or null for since ever
 * @param until the first moment after it, or null for for ever
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {
    /** Since ever and for ever. */
    public static final Period ALWAYS = new Period(null, null);

    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final int DATE_LENGTH = 10;

    /** Reads {@code from} and {@code until}: datetimes, dates, or either as ISO text; a last date counts to its end. */
    static Period of(Settings settings) {
        Instant from = moment(settings, FROM, false);
        Instant until = moment(settings, UNTIL, true);
        if (from != null && until != null && !until.isAfter(from)) {
            throw settings.refusal(UNTIL, "after `from` (" + settings.value(FROM) + ")", settings.value(UNTIL));
        }
        return new Period(from, until);
    }

    private static @Nullable Instant moment(Settings settings, String key, boolean end) {
        Object given = settings.value(key);
        Object time = given instanceof String text ? parsed(text) : given;
        Instant moment = Instants.of(time);
        if (given != null && moment == null) {
            throw settings.refusal(key, "a date or datetime such as 2026-12-24 or 2026-12-24T18:00:00Z", given);
        }
        return end && moment != null && time instanceof LocalDate last
                ? last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : moment;
    }

    private static @Nullable Object parsed(String text) {
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The same as properties of a node. */
    void write(Node node) {
        write(node, FROM, from);
        write(node, UNTIL, until);
    }

    private static void write(Node node, String key, @Nullable Instant moment) {
        if (moment != null) {
            node.setProperty(key, moment.atZone(ZoneOffset.UTC));
        }
    }

    /** Reads what {@link #write} wrote. */
    static Period of(Node node) {
        return new Period(Instants.of(node.getProperty(FROM, null)), Instants.of(node.getProperty(UNTIL, null)));
    }

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
