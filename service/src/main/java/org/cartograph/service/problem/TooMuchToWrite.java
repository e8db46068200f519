package org.cartograph.service.problem;

import java.io.Serial;

/** More is to be written than the database keeps up with; nothing of the request was; answered with status 429. */
public final class TooMuchToWrite extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Asks the caller to come back.
     *
     * @param waiting items that wait already
     */
    public TooMuchToWrite(int waiting) {
        super("Too much waits to be written: %,d items. Send this again in a second; nothing of it was written."
                .formatted(waiting));
    }
}
