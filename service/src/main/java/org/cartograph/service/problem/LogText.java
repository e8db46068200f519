package org.cartograph.service.problem;

import java.util.regex.Pattern;

/**
 * What a failure says, as a log may hold it.
 *
 * <p>The database quotes the values that it complains about ("property `id` = 'u42'"), and one may be a customer's id: texts
 * in quotes are left out, names in backticks stay.
 */
public final class LogText {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private LogText() {}

    /** The failure's message. */
    public static String of(Throwable failure) {
        return QUOTED.matcher(String.valueOf(failure.getMessage())).replaceAll("'…'");
    }

    /** Where the failure happened, without any of its words. */
    public static Throwable place(Throwable failure) {
        Throwable place = new IllegalStateException(failure.getClass().getName());
        place.setStackTrace(failure.getStackTrace());
        return place;
    }

    /** The same failure with the same stack trace and causes, to be logged whole. */
    static Throwable whole(Throwable failure) {
        Throwable cause = failure.getCause();
        Throwable nameless = new IllegalStateException(
                failure.getClass().getName() + ": " + of(failure), cause == null ? null : whole(cause));
        nameless.setStackTrace(failure.getStackTrace());
        return nameless;
    }
}
