package org.cartograph.service.problem;

import java.io.Serial;

/** The body is larger than its endpoint takes; answered with status 413. */
public final class TooLarge extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Refuses the body.
     *
     * @param megabytes millions of bytes that are taken
     */
    public TooLarge(int megabytes) {
        super("The body must be at most %d MB, but was larger.".formatted(megabytes));
    }
}
