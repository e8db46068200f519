package org.cartograph.service.warmup;

import java.time.Duration;

/** A way to ask this service for a page. */
interface Pages {

    /** Asks; false when the database did not answer. */
    boolean answers(String context, Duration atMost);
}
