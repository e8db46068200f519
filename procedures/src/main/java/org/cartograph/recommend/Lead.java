package org.cartograph.recommend;

import java.util.List;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.placement.Signal;
import org.jspecify.annotations.Nullable;

/**
 * From somewhere to a product: one thing that a signal says.
 *
 * @param anchor the product where an edge starts, or {@link #NOWHERE}
 * @param count orders, customers or shared attributes behind it
 * @param via see {@link Neighbour#via()}
 * @param score how strongly, comparable with the signal's other leads only
 */
record Lead(long anchor, long product, long count, @Nullable String via, double score) {
    static final long NOWHERE = -1;

    /** Everything that a signal says. */
    record Leads(Signal signal, @Nullable Family family, List<Lead> all) {
        /** The sums by product. */
        ProductScores scores() {
            ProductScores scores = new ProductScores();
            for (Lead lead : all) {
                scores.add(lead.product(), lead.score());
            }
            return scores;
        }

        /**
         * Adds what speaks for one product.
         *
         * @param worth what the signal adds to the product's score altogether: each lead has its share of it
         */
        void addEvidence(long product, double worth, List<Candidate.Evidence> evidence) {
            double sum = 0;
            for (Lead lead : all) {
                sum += lead.product() == product ? lead.score() : 0;
            }
            for (Lead lead : all) {
                if (lead.product() == product && sum > 0) {
                    evidence.add(new Candidate.Evidence(
                            signal, family, lead.anchor(), lead.count(), lead.via(), worth * lead.score() / sum));
                }
            }
        }
    }
}
