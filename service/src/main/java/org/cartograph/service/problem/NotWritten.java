package org.cartograph.service.problem;

import java.io.Serial;

/** Whether something was written cannot be told, or it surely was not; answered with status 503. */
public final class NotWritten extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private NotWritten(String sentence) {
        super(sentence);
    }

    /** No commit was confirmed in time. */
    public static NotWritten unconfirmed() {
        return new NotWritten(
                "The database did not confirm the write. Send it again: what was written all the same counts "
                        + "as a duplicate then.");
    }

    /** The service takes in nothing more. */
    public static NotWritten stopping() {
        return new NotWritten("The service is stopping. Send it again to another one, or in a moment.");
    }
}
