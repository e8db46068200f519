package org.cartograph.similarity;

/**
 * The parameters of an edge weight: a random walk and a local ridge, summed.
 *
 * @param neighbours K, how many edges a product keeps
 * @param walkAlpha exponent of the basket size in the walk: 0 counts every basket alike, 1 makes each basket weigh one
 *     purchase in all, so that long baskets say little about any pair
 * @param beta exponent of the target's frequency in the walk: 0 lets bestsellers stand, 1 takes their popularity out
 * @param gamma weight of the walk beside the ridge: 0 leaves it out of the sum (it still proposes the candidates)
 * @param ridgeNeighbours m, the size of each product's ridge system: 0 leaves the ridge out
 * @param ridgeAlpha exponent of the basket size in the ridge's Gram matrix, as {@code walkAlpha}
 * @param lambda the ridge's regularisation in purchases: 0 trusts every count, large values shrink rare pairs to nothing
 */
public record Weighting(
        int neighbours,
        double walkAlpha,
        double beta,
        double gamma,
        int ridgeNeighbours,
        double ridgeAlpha,
        double lambda) {

    /** The walk proposes twice as many candidates as a row keeps; the ridge judges them. */
    int candidates() {
        return ridgeNeighbours == 0 ? neighbours : 2 * neighbours;
    }
}
