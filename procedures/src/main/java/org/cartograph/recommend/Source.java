package org.cartograph.recommend;

/**
 * One ingredient of a placement's recipe.
 *
 * <p>How much it counts may depend on how well the customer is known: {@code weight · n/(n+rising) · fading/(n+fading)}
 * for a customer with n orders, so that one ingredient gives way to another step by step.
 *
 * @param signal what it goes by
 * @param weight its share beside the placement's other sources: 0 leaves it out; each source's best candidate counts as
 *     1 before that
 * @param rising orders at which it has half its weight, growing from nothing; 0 when it does not depend on orders
 * @param fading orders at which it has lost half its weight; 0 when it does not depend on orders
 */
public record Source(Signal signal, double weight, double rising, double fading) {
    /** A source that counts alike for everyone. */
    static Source of(Signal signal, double weight) {
        return new Source(signal, weight, 0, 0);
    }

    /** A source for customers who are known. */
    static Source rising(Signal signal, double weight, double half) {
        return new Source(signal, weight, half, 0);
    }

    /** A source for customers who are hardly known. */
    static Source fading(Signal signal, double weight, double half) {
        return new Source(signal, weight, 0, half);
    }

    /** Its weight for a customer with this many orders. */
    double weightAt(int orders) {
        double risen = rising == 0 ? 1 : orders / (orders + rising);
        double left = fading == 0 ? 1 : fading / (orders + fading);
        return weight * risen * left;
    }
}
