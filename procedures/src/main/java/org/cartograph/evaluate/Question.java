package org.cartograph.evaluate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recommender is asked in a test, and what the customer really bought.
 *
 * @param seeds products on the page, by their training numbers
 * @param customer number of the customer whose past may be used, or −1
 * @param truth what was bought, ascending; never a seed
 * @param ranked which products take part
 * @param time when it is asked, in seconds since 1970: what was bought is used up by then, or not
 */
record Question(long[] seeds, int customer, long[] truth, Ranked ranked, long time) {
    /** Which products take part in a ranking. */
    enum Ranked {
        ALL,
        /** Those that the customer never bought before. */
        NEW,
        /** Those that the customer bought before. */
        REPEAT
    }

    /** The customer's name in a training shop, or null. */
    @Nullable
    String customerId() {
        return customer < 0 ? null : TrainingShop.customerId(customer);
    }

    /** The seeds' ids. */
    List<String> seedIds(TrainingPart part) {
        return Arrays.stream(seeds).mapToObj(part::id).toList();
    }
}
