package org.cartograph.service.problem;

import java.io.Serial;

/** The caller's mistake, answered with status 400 and this sentence. */
public final class InvalidRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Refuses the request.
     *
     * @param sentence names the field, what is allowed and what came: "`limit` must be between 1 and 100, but was 0."
     */
    public InvalidRequest(String sentence) {
        super(sentence);
    }
}
