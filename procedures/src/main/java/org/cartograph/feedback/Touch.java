package org.cartograph.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.neo4j.graphdb.Relationship;

/**
 * That a shopper met a recommended product.
 *
 * <p>The last touch before a purchase gets it, and a click goes before merely having seen: who clicked took the
 * recommendation up, while a page shows dozens of products in passing and would outdo every click by being later. Only
 * where nothing was clicked does the latest sight count.
 *
 * @param recommendation its id, which decides between touches of the same moment
 * @param window how long after the touch a purchase counts
 * @param at of the last click or addition to the cart, or of being seen without one
 */
record Touch(Relationship shown, String recommendation, Duration window, Instant at, boolean clicked) {
    static final Comparator<Touch> LAST =
            Comparator.comparing(Touch::clicked).thenComparing(Touch::at).thenComparing(Touch::recommendation);

    /** Whether a purchase at this moment may count for it, with clocks that differ by so much. */
    boolean reaches(Instant purchase, Duration skew) {
        return !at.isAfter(purchase.plus(skew)) && !at.plus(window).isBefore(purchase);
    }
}
