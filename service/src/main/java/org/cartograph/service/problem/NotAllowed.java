package org.cartograph.service.problem;

import java.io.Serial;

/** The caller is known and may come here, but may not do this; answered with status 403. */
public final class NotAllowed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Refuses the request.
     *
     * @param sentence names the field, what is allowed and what came
     */
    public NotAllowed(String sentence) {
        super(sentence);
    }
}
