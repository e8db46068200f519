package org.cartograph.placement;

/**
 * One ingredient of a placement's recipe.
 *
 * <p>How much it counts may depend on how well the customer is known: {@code weight · n/(n+rising) · fading/(n+fading)}
 * for a customer with n orders, so that one ingredient gives way to another step by step.
 *
 * @param signal what it goes by
 * @param weight its share beside the placement's other sources: 0 leaves it out; each source's best candidate counts as
 *     1 before that. For {@link Signal#NEW_PRODUCTS} the factor of {@link NewProducts}
 * @param trend exponent of the trend prior that its scores are multiplied with, see {@link Shop#trend}: 0 leaves it out,
 *     1 lets a product that sells half as well of late count half
 * @param rising orders at which it has half its weight, growing from nothing; 0 when it does not depend on orders
 * @param fading orders at which it has lost half its weight; 0 when it does not depend on orders
 */
public record Source(Signal signal, double weight, double trend, double rising, double fading) {
    /** A source that counts alike for everyone. */
    public static Source of(Signal signal, double weight) {
        return new Source(signal, weight, 0, 0, 0);
    }

    /** The same source, multiplied with the trend prior. */
    public Source trending(double exponent) {
        return new Source(signal, weight, exponent, rising, fading);
    }

    /** The same source for customers who are known. */
    public Source rising(double half) {
        return new Source(signal, weight, trend, half, fading);
    }

    /** The same source for customers who are hardly known. */
    public Source fading(double half) {
        return new Source(signal, weight, trend, rising, half);
    }

    /** Its weight for a customer with this many orders. */
    public double weightAt(int orders) {
        double risen = rising == 0 ? 1 : orders / (orders + rising);
        double left = fading == 0 ? 1 : fading / (orders + fading);
        return weight * risen * left;
    }
}
