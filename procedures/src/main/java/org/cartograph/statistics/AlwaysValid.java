package org.cartograph.statistics;

/**
 * A p-value that may be looked at as often as one likes, and acted on at any moment.
 *
 * <p>The mixture sequential probability ratio test: with a difference d, its squared standard error V and a normal mixture
 * over what the true difference might be, {@code N(0, τ²)}, the likelihood ratio is {@code Λ = √(V/(V+τ²)) ·
 * exp(τ²d² / (2V(V+τ²)))} and {@code p = min(1, 1/Λ)}. Without a true difference Λ is a martingale that begins at 1, so
 * the chance that it <em>ever</em> reaches 20 is at most .05 (Ville's inequality): nothing has to be kept from one look to the
 * next, and stopping at any time that the data suggest keeps the error rate. (Johari, Koomen, Pekelis and Walsh, Peeking at
 * A/B tests, KDD 2017; Always valid inference, Operations Research 70, 2022.)
 *
 * <p>τ is {@value #EXPECTED_LIFT} of the mean of both groups: other recommendations move a shop's figures by some per cent,
 * and Λ grows fastest where the true effect is near τ. Any τ is valid; it only says for which effects the test is quick. The
 * normal approximation does no harm, because Λ stays near 1 until V falls to the size of τ², some two hundred conversions
 * a group.
 */
public final class AlwaysValid {
    private static final double EXPECTED_LIFT = 0.1;

    private AlwaysValid() {}

    /** The p-value that two groups succeed alike. */
    public static double pValue(TwoProportions groups) {
        return pValue(groups.difference(), groups.pooledSquaredError(), EXPECTED_LIFT * groups.pooledRate());
    }

    /** The p-value that two groups have the same mean. */
    public static double pValue(TwoMeans groups) {
        if (!groups.isTestable()) {
            return 1;
        }
        Moments c = groups.control();
        Moments t = groups.treated();
        double mean = (c.mean() * c.count() + t.mean() * t.count()) / (c.count() + t.count());
        return pValue(groups.difference(), groups.squaredError(), EXPECTED_LIFT * mean);
    }

    /**
     * The p-value that a difference is zero.
     *
     * @param difference d
     * @param squaredError V, above 0; at 0 nothing can be said
     * @param expected τ, the standard deviation of the mixture; at 0 nothing can be said
     */
    static double pValue(double difference, double squaredError, double expected) {
        double mixture = expected * expected;
        if (!(squaredError > 0) || mixture == 0) {
            return 1;
        }
        double total = squaredError + mixture;
        double logRatio =
                Math.log(squaredError / total) / 2 + mixture * difference * difference / (2 * squaredError * total);
        return Math.min(1, Math.exp(-logRatio));
    }
}
