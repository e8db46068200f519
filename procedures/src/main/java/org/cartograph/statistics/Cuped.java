package org.cartograph.statistics;

/**
 * Two groups, freed of what their units did before the experiment.
 *
 * <p>{@code y' = y − θ(x − x̄)} with {@code θ = cov(x, y) / var(x)} within the groups, taken together: the mean of the
 * difference stays, and its variance falls by the share ρ², so that the same answer takes less time (Deng, Xu, Kohavi and
 * Walker, Improving the sensitivity of online controlled experiments by utilizing pre-experiment data, WSDM 2013). x must be
 * from before the first exposure, because the experiment must not have changed it; a unit without a past has x = 0.
 *
 * @param control the group that the other is held against
 * @param treated the other
 * @param varianceReduction the share of the difference's variance that is gone: 0 (the past says nothing) to 1
 */
public record Cuped(Moments control, Moments treated, double varianceReduction) {
    /** Adjusts two groups. */
    public static Cuped of(Pairs control, Pairs treated) {
        double squares = control.squaresX() + treated.squaresX();
        double theta = squares > 0 ? (control.products() + treated.products()) / squares : 0;
        long count = control.count() + treated.count();
        double centre =
                count == 0 ? 0 : (control.count() * control.meanX() + treated.count() * treated.meanX()) / count;
        Moments c = control.adjusted(theta, centre);
        Moments t = treated.adjusted(theta, centre);
        double before = control.during().squaredError() + treated.during().squaredError();
        double after = c.squaredError() + t.squaredError();
        return new Cuped(c, t, before > 0 ? Math.max(0, 1 - after / before) : 0);
    }
}
