package org.cartograph.recommend;

import java.util.List;
import org.cartograph.graph.Family;
import org.cartograph.graph.NeighbourRow;
import org.cartograph.placement.Signal;

/** Everything that a signal says for a placement. */
sealed interface Leads {
    Signal signal();

    /** The sums by product. */
    ProductScores scores();

    /**
     * Adds what speaks for one product.
     *
     * @param worth what the signal adds to the product's score altogether: each lead has its share of it
     */
    void addEvidence(long product, double worth, List<Candidate.Evidence> evidence);

    /** Leads one by one. */
    record Single(Signal signal, List<Lead> all) implements Leads {
        @Override
        public ProductScores scores() {
            ProductScores scores = new ProductScores(all.size());
            for (Lead lead : all) {
                scores.add(lead.product(), lead.score());
            }
            return scores;
        }

        @Override
        public void addEvidence(long product, double worth, List<Candidate.Evidence> evidence) {
            double sum = 0;
            for (Lead lead : all) {
                sum += lead.product() == product ? lead.score() : 0;
            }
            for (Lead lead : all) {
                if (lead.product() == product && sum > 0) {
                    evidence.add(new Candidate.Evidence(
                            signal, null, lead.anchor(), lead.count(), lead.via(), worth * lead.score() / sum));
                }
            }
        }
    }

    /**
     * The edges of one family that start at some anchors: thousands of them for a long history, so they are left in their
     * rows, and only what is shown is taken out.
     *
     * @param rows the row of each anchor
     * @param incoming whether edges that belong to their targets are meant, or the others
     */
    record Edges(Signal signal, Family family, List<Anchor> from, List<NeighbourRow> rows, boolean incoming)
            implements Leads {
        @Override
        public ProductScores scores() {
            int most = 0;
            for (NeighbourRow row : rows) {
                most += row.size();
            }
            ProductScores scores = new ProductScores(incoming ? from.size() : most);
            for (int anchor = 0; anchor < rows.size(); anchor++) {
                NeighbourRow row = rows.get(anchor);
                double weight = from.get(anchor).weight();
                for (int at = 0; at < row.size(); at++) {
                    if (row.incoming(at) == incoming) {
                        scores.add(row.product(at), weight * row.score(at));
                    }
                }
            }
            return scores;
        }

        @Override
        public void addEvidence(long product, double worth, List<Candidate.Evidence> evidence) {
            double sum = 0;
            for (int anchor = 0; anchor < rows.size(); anchor++) {
                NeighbourRow row = rows.get(anchor);
                for (int at = row.next(product, 0); at >= 0; at = row.next(product, at + 1)) {
                    sum += row.incoming(at) == incoming ? from.get(anchor).weight() * row.score(at) : 0;
                }
            }
            for (int anchor = 0; sum > 0 && anchor < rows.size(); anchor++) {
                NeighbourRow row = rows.get(anchor);
                for (int at = row.next(product, 0); at >= 0; at = row.next(product, at + 1)) {
                    if (row.incoming(at) == incoming) {
                        double share = from.get(anchor).weight() * row.score(at) / sum;
                        evidence.add(new Candidate.Evidence(
                                signal, family, from.get(anchor).product(), row.count(at), row.via(at), worth * share));
                    }
                }
            }
        }
    }
}
