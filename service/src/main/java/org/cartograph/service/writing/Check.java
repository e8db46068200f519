package org.cartograph.service.writing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.cartograph.load.values.BadValueException;
import org.cartograph.load.values.ShopId;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Reads single fields of an item, by the loader's rules where it has some. */
public final class Check {

    private static final int LONGEST_SHOWN = 60;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Check() {}

    /** A key of the shop's: 1 to 64 characters, spaces around it dropped. */
    public static String id(String field, @Nullable String text) {
        try {
            return ShopId.of(field, given(field, text));
        } catch (BadValueException mistake) {
            throw new InvalidRequest(String.valueOf(mistake.getMessage()));
        }
    }

    /** A key of the shop's, or null. */
    public static @Nullable String optionalId(String field, @Nullable String text) {
        return text == null ? null : id(field, text);
    }

    /** A text of at most so many characters, or null. */
    public static @Nullable String optionalText(String field, int longest, @Nullable String text) {
        if (text != null && text.length() > longest) {
            throw new InvalidRequest(
                    "`%s` must be at most %,d characters long, but was %,d.".formatted(field, longest, text.length()));
        }
        return text;
    }

    /** A time with its offset. */
    public static OffsetDateTime time(String field, @Nullable String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(given(field, text));
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (DateTimeException noTime) {
            throw new InvalidRequest(
                    "`%s` must be a time since %d with its offset, such as \"2026-03-01T08:00:00Z\", but was \"%s\"."
                            .formatted(field, FIRST_YEAR, shortened(String.valueOf(text))));
        }
    }

    /** Refuses a time after this one: whoever comes later could not correct what it says. */
    public static void notAfter(String field, Instant latest, OffsetDateTime time) {
        if (time.toInstant().isAfter(latest)) {
            throw new InvalidRequest("`%s` must not be in the future, but was %s.".formatted(field, time));
        }
    }

    /** A number between two others, both allowed; null stays null. */
    public static @Nullable Double between(String field, double least, double most, @Nullable Double number) {
        if (number != null && !(number >= least && number <= most)) {
            throw new InvalidRequest(
                    "`%s` must be between %,.0f and %,.0f, but was %s.".formatted(field, least, most, number));
        }
        return number;
    }

    /** What must not be missing. */
    public static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequest("`%s` must be given, but was missing.".formatted(field));
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
