package org.cartograph.service.problem;

import java.io.Serial;

/** The caller's address sends too many bodies at once that do not come; answered with status 429. */
public final class TooManyBodies extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Refuses the body.
     *
     * @param most how many may be waited for
     */
    public TooManyBodies(int most) {
        super("The bodies of at most %d requests of one address are waited for at once; send this one again later."
                .formatted(most));
    }
}
