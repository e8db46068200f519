package org.cartograph.service.problem;

import java.io.Serial;
import java.time.Duration;

/** The body was still coming when its time was over, and kept a thread from everybody else; answered with status 408. */
final class TooSlow extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooSlow(Duration time) {
        super("The body must arrive within %d ms, but was still coming.".formatted(time.toMillis()));
    }
}
