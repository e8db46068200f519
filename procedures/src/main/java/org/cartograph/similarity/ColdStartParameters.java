package org.cartograph.similarity;

/**
 * How a product with few sales borrows from established products like it.
 *
 * @param kappa κ, pairs (other products in its baskets) from which a product is established: 0 lets nobody borrow; 0 to
 *     1,000,000, default 30: products that sell at all soon know their neighbours better than their look-alikes do
 * @param fade κ', pairs at which its own edges weigh as much as the borrowed ones: 0 lets the first pair outweigh all that
 *     could be borrowed; 0 to 1,000,000, default 30
 * @param lookAlikes how many established products it borrows from: 1 to 100, default 20
 * @param boost factor of the edges that lead to it: 0 leaves it to be found by its own sales, 1 makes it as good as its
 *     look-alikes; 0 to 100, default 1
 * @param direct δ, weight of the edge from a look-alike itself: 0 leaves that out; 0 to 100, default 0.1
 * @param incoming how many such edges go out of a product at most in each family, beside its row: 0 to 100, default 25
 */
public record ColdStartParameters(
        double kappa, double fade, int lookAlikes, double boost, double direct, int incoming) {

    /** λ = n/(n+κ'), the weight of what a product learned itself; 0 without any pair. */
    public double own(long pairs) {
        return pairs <= 0 ? 0 : pairs / (pairs + fade);
    }
}
