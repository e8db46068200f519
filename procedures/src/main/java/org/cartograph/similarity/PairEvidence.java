package org.cartograph.similarity;

/**
 * How much the shop knows of each product: n, the other products in all its baskets, {@code Σ_u (d_u − 1)}.
 *
 * @param pairs n of each product
 * @param established from how many pairs a product is established; 0 when all are
 */
public record PairEvidence(long[] pairs, double established) {
    /** Below this share of established products a shop is too young for κ. */
    private static final double ENOUGH = 0.05;

    /**
     * Counts the pairs of all products.
     *
     * <p>In a shop where fewer than 5 % of the products (or four times the look-alikes, if that is more) have κ pairs,
     * nobody could be borrowed from; there every product with a pair counts as established, and only the others borrow.
     */
    public static PairEvidence of(Baskets baskets, ColdStartParameters parameters) {
        long[] pairs = new long[baskets.products()];
        // Basket after basket, because that is how the memory lies.
        for (int basket = 0; basket < baskets.count(); basket++) {
            int others = baskets.size(basket) - 1;
            for (int at = baskets.basketStart(basket); at < baskets.basketStart(basket + 1); at++) {
                pairs[baskets.basketProducts()[at]] += others;
            }
        }
        int reached = 0;
        for (int product = 0; product < pairs.length; product++) {
            reached += pairs[product] >= parameters.kappa() ? 1 : 0;
        }
        boolean grown = reached >= Math.max(4 * parameters.lookAlikes(), ENOUGH * pairs.length);
        return new PairEvidence(pairs, grown ? parameters.kappa() : Math.min(1, parameters.kappa()));
    }

    /** n of one product. */
    public static long pairs(Baskets baskets, int product) {
        long pairs = 0;
        for (int at = baskets.productStart(product); at < baskets.productStart(product + 1); at++) {
            pairs += baskets.size(baskets.productBaskets()[at]) - 1L;
        }
        return pairs;
    }

    /** Whether a product has sales enough to stand for itself. */
    public boolean established(int product) {
        return pairs[product] >= established;
    }
}
