package org.cartograph.service.problem;

import java.io.Serial;

/** Nothing can be answered yet, neither by the database nor from a snapshot; answered with status 503. */
public final class NotReady extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Asks the caller to come back.
     *
     * @param sentence what the service is waiting for
     */
    public NotReady(String sentence) {
        super(sentence);
    }
}
