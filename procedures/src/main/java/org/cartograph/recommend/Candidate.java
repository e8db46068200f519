package org.cartograph.recommend;

import org.cartograph.graph.Family;
import org.cartograph.placement.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A product that may be offered.
 *
 * @param score the blend of its sources, above zero
 */
record Candidate(long product, double score) implements Comparable<Candidate> {

    /** The best first; ties by the older product. */
    @Override
    public int compareTo(Candidate other) {
        int byScore = Double.compare(other.score, score);
        return byScore == 0 ? Long.compare(product, other.product) : byScore;
    }

    /**
     * Something that speaks for a candidate.
     *
     * @param family the edges it came by, or null
     * @param anchor where the edge starts, or −1 where there is none
     * @param count orders, customers or shared attributes behind it
     * @param via id of the product from which a new product inherited the edge, or null
     * @param share what it adds to the candidate's score
     */
    record Evidence(
            Signal signal,
            @Nullable Family family,
            long anchor,
            long count,
            @Nullable String via,
            double share) {}
}
