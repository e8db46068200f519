package org.cartograph.load.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A time in ISO form: {@code 2026-11-20}, {@code 2026-11-20T18:30}, {@code 2026-11-20 18:30:00.5}, each with or without an offset such as {@code Z} or
 * {@code +01:00}. Forms in which day and month can be mistaken, such as {@code 4/8/2026}, are refused.
 */
public final class ShopTime {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private String lastText = "";
    private OffsetDateTime lastTime = OffsetDateTime.MIN;

    /** Reads times; {@code zone} is the zone of those that name none. */
    public ShopTime(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The time a cell says.
     *
     * @throws BadValueException if the text is no time
     */
    public OffsetDateTime of(String column, String text) {
        // The lines of one order follow each other and share their time.
        if (!text.equals(lastText)) {
            lastTime = parse(column, text);
            lastText = text;
        }
        return lastTime;
    }

    private OffsetDateTime parse(String column, String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            throw new BadValueException("`%s` is empty.".formatted(column));
        }
        try {
            if (plain.length() == 10) {
                return LocalDate.parse(plain).atStartOfDay(zone).toOffsetDateTime();
            }
            String iso = plain.charAt(Math.min(10, plain.length() - 1)) == ' ' ? withT(plain) : plain;
            TemporalAccessor time = TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact
                    : ((LocalDateTime) time).atZone(zone).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw bad(column, text);
        }
    }

    private static String withT(String plain) {
        String time = plain.substring(11).replace(" ", "");
        return plain.substring(0, 10) + "T" + time;
    }

    private static BadValueException bad(String column, String text) {
        return new BadValueException("`%s` must be a date or time such as 2026-11-20T18:30:00, but was %s."
                .formatted(column, BadValueException.quoted(text)));
    }
}
