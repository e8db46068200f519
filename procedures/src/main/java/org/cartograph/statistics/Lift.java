package org.cartograph.statistics;

import java.util.Optional;

/**
 * By which share of itself does a mean rise?
 *
 * <p>{@code lift = m₁/m₀ − 1}, with Fieller's interval of the ratio, which is the set of all ratios that a test would not
 * refute: it lies to one side of zero exactly when the difference is significant, and it widens as it must where the control
 * itself is not known well (Fieller, Some problems in interval estimation, J. Royal Statistical Society B 16, 1954). With
 * {@code r = m₁/m₀, e the squared standard errors and g = z²·e₀/m₀²}: {@code (r ± z/m₀ · √(e₁(1−g) + r²·e₀)) / (1−g)}.
 */
public final class Lift {
    private Lift() {}

    /**
     * The lift of one mean over another, as a share: 0.06 is 6 %.
     *
     * @return nothing where the control's mean is zero, below it, or not told apart from it
     */
    public static Optional<Interval> of(Moments control, Moments treated) {
        double z = Normal.TWO_SIDED_95;
        double c = control.squaredError();
        double t = treated.squaredError();
        double g = z * z * c / (control.mean() * control.mean());
        if (control.count() < 2 || treated.count() < 2 || control.mean() <= 0 || g >= 1) {
            return Optional.empty();
        }
        double ratio = treated.mean() / control.mean();
        double half = z / control.mean() * Math.sqrt(t * (1 - g) + ratio * ratio * c) / (1 - g);
        double middle = ratio / (1 - g);
        return Optional.of(new Interval(ratio - 1, middle - half - 1, middle + half - 1));
    }
}
