package org.cartograph.service.fallback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sold in the shop when the database was last seen.
 *
 * @param format       of the file; a file of another format is not read
 * @param takenAt      when it was taken
 * @param modelBuiltAt when the model at that time was built; null before the first
 * @param shelves      context → its placements
 * @param products     bestsellers overall first, then those of each large category
 */
record Snapshot(
        int format,
        Instant takenAt,
        @Nullable Instant modelBuiltAt,
        Map<String, List<Shelf>> shelves,
        List<PopularProduct> products) {

    static final int FORMAT = 1;

    /** A placement as last seen: how many items it holds when a request does not say. */
    record Shelf(String name, String title, int size) {}

    /** A product as last seen, with the values of its attributes (category, brand and the like) by key. */
    record PopularProduct(
            String id,
            @Nullable String name,
            @Nullable Double price,
            @Nullable String url,
            @Nullable String image,
            Map<String, List<String>> attributes) {}
}
