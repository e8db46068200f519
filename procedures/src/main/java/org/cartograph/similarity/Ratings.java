package org.cartograph.similarity;

/**
 * What a product is thought of: the mean of its stars, drawn to the shop's mean while few gave any, {@code (Σ stars + k ·
 * mean) / (n + k)} with k = 10 (the posterior mean of a normal prior; Efron &amp; Morris, Stein's Paradox in Statistics,
 * Scientific American 1977). A plain mean would put on top what one customer gave five stars.
 */
public final class Ratings {
    /** As many ratings as the shop's mean is worth. */
    private static final double SHRINKAGE = 10;

    private Ratings() {}

    /**
     * The rating of a product.
     *
     * @param stars sum of its stars
     * @param count customers who gave them
     * @param mean stars of the shop's mean rating
     * @return in stars; 0 when nobody gave any
     */
    public static double shrunk(double stars, int count, double mean) {
        return count == 0 ? 0 : (stars + SHRINKAGE * mean) / (count + SHRINKAGE);
    }
}
