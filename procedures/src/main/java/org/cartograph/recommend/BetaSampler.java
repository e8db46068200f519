package org.cartograph.recommend;

import java.util.random.RandomGenerator;

/**
 * Draws from a beta distribution by two gamma variates (Marsaglia & Tsang, "A simple method for generating gamma
 * variables", ACM TOMS 26, 2000).
 */
final class BetaSampler {
    private BetaSampler() {}

    /**
     * A draw from Beta(a, b), between 0 and 1.
     *
     * @param a above 0: successes, with those that were assumed before
     * @param b above 0: failures
     */
    static double draw(RandomGenerator random, double a, double b) {
        double x = gamma(random, a);
        double y = gamma(random, b);
        return x / (x + y);
    }

    private static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
