package org.cartograph.similarity;

/**
 * What every row needs to know of all products, computed once per build and shared by its threads.
 *
 * @param penalty {@code n_j^−β} of every product
 * @param diagonal G_jj of every product; empty without a ridge part
 */
public record SharedSums(float[] penalty, float[] diagonal) {

    /** The sums for these pairs. */
    public static SharedSums of(CoPurchases pairs, Weighting weighting) {
        Baskets baskets = pairs.baskets();
        float[] penalty = new float[baskets.products()];
        for (int product = 0; product < penalty.length; product++) {
            penalty[product] = (float) Math.pow(Math.max(1, baskets.frequency(product)), -weighting.beta());
        }
        float[] diagonal = pairs instanceof SameBasket same && weighting.ridgeNeighbours() > 0
                ? LocalRidge.diagonal(same)
                : new float[0];
        return new SharedSums(penalty, diagonal);
    }
}
