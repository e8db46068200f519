package org.cartograph.service.startup;

import java.io.Serial;

/** A reason not to start that one sentence explains completely, so that no stack trace is shown for it. */
public final class CannotStart extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Ends the start.
     *
     * @param sentence what is wrong and what helps, for the person at the terminal
     */
    public CannotStart(String sentence) {
        super(sentence);
    }
}
