package org.cartograph.service.problem;

import java.io.Serial;

/** What the address names is not in the shop; answered with status 404. */
public final class NotFound extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Answers that there is nothing.
     *
     * @param sentence what is not there
     */
    public NotFound(String sentence) {
        super(sentence);
    }
}
