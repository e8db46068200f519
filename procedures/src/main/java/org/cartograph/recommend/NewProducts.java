package org.cartograph.recommend;

import java.util.List;

/**
 * Lets new products into a list that products with sales would fill by themselves.
 *
 * <p>Their edges, which they inherited, have the scale of the edges of those they resemble, but are surer to exist than
 * to be right. With e the sum of a new product's edges and t the tenth best sum of the main source: {@code score = t ·
 * (factor · e / t)^p}. So a new product is among the first ten exactly when {@code factor · e > t}, which bounds what it
 * can take from the others; p, below 1, lets the further ones follow sooner.
 */
final class NewProducts {
    /** Where the line is drawn. */
    static final int TENTH = 10;

    private NewProducts() {}

    /**
     * The scores of new products on the scale of the main source.
     *
     * @param edges sums of inherited edges by product
     * @param main the main source's sums by product, with its trend prior
     * @param typicalPrior what that prior is for its best products, as a new product has no trend of its own
     */
    static ProductScores calibrated(
            ProductScores edges, ProductScores main, double typicalPrior, double factor, double power) {
        double line = main.nthBest(TENTH);
        ProductScores scores = new ProductScores(0);
        for (Candidate edge : List.of(edges.candidates())) {
            double raw = factor * typicalPrior * edge.score();
            scores.add(edge.product(), line > 0 ? line * Math.pow(raw / line, power) : raw);
        }
        return scores;
    }
}
