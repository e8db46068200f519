package org.cartograph.feedback.learning;

/**
 * How likely a place is looked at, relative to the first of its box: the position-based model, in which a product is taken
 * with {@code examination(rank) · relevance} (Craswell, Zoeter, Taylor &amp; Ramsey, An experimental comparison of click
 * position-bias models, WSDM 2008).
 *
 * <p>In a share of the answers the product that would be first changes places with another, each place as likely. The same
 * products at rank k and at rank 1: {@code examination(k) = CTR(first at k) / CTR(first at 1)} (Joachims, Swaminathan
 * &amp; Schnabel, Unbiased learning-to-rank with biased feedback, WSDM 2017). It is shrunk, {@code (clicks + a · prior(k)) /
 * (expected + a)}, where expected = impressions at k · CTR(first at 1), towards {@code prior(k) = 1 / log2(1 + k)}, the
 * discount of DCG (Järvelin &amp; Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 2002).
 *
 * <p>It need not fall from rank to rank: in a grid the end of a row is looked at less than what begins the next. Places
 * given to exploring say nothing here: what comes there never stood on the first place, so nothing tells its own appeal from
 * the place's.
 */
final class Examination {
    /** a: clicks that were to be expected before the interventions count as much as the prior. */
    static final double PRIOR_CLICKS = 10;

    private static final double LEAST = 0.05;
    private static final double MOST = 2;

    private Examination() {}

    /** What is assumed of a rank of which nothing is known, from 1 for the first. */
    static double prior(int rank) {
        return Math.log(2) / Math.log(1.0 + rank);
    }

    /** What the interventions say of a rank: 0.05 to 2, and 1 for the first. */
    static double of(int rank, Position first, Position here) {
        if (rank == 1 || first.firstShown() == 0) {
            return prior(rank);
        }
        double expected = here.firstShown() * first.firstClicked() / first.firstShown();
        double estimate = (here.firstClicked() + PRIOR_CLICKS * prior(rank)) / (expected + PRIOR_CLICKS);
        return Math.min(MOST, Math.max(LEAST, estimate));
    }
}
