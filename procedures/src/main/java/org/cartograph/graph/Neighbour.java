package org.cartograph.graph;

import org.jspecify.annotations.Nullable;

/**
 * One edge of a neighbour row.
 *
 * @param product internal number of the target
 * @param score weight of the edge, above zero; comparable within its row and, summed, across the rows of one family
 * @param count orders, customers, visits or shared attributes behind the edge
 * @param via id of the established product whose edge a new product inherited, or null for an edge of its own
 * @param incoming whether it belongs to its target, which is then the product with few sales
 */
public record Neighbour(
        long product, double score, long count, @Nullable String via, boolean incoming) {
    /** Whether the edge leads to or from a product that has too few sales of its own. */
    public boolean inherited() {
        return via != null;
    }
}
