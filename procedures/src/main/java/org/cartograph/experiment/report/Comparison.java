package org.cartograph.experiment.report;

import java.util.Optional;
import org.cartograph.statistics.AlwaysValid;
import org.cartograph.statistics.Cuped;
import org.cartograph.statistics.Interval;
import org.cartograph.statistics.Lift;
import org.cartograph.statistics.Power;
import org.cartograph.statistics.TwoMeans;
import org.cartograph.statistics.TwoProportions;

/** A variant held against the control. */
record Comparison(Figures control, Figures treated) {
    private TwoProportions conversions() {
        return new TwoProportions(control.conversion(), treated.conversion());
    }

    private TwoMeans revenues() {
        return new TwoMeans(control.money().during(), treated.money().during());
    }

    /** By which share more units have an order. */
    Optional<Interval> conversionLift() {
        return Lift.of(control.conversion().moments(), treated.conversion().moments());
    }

    /** By which share a unit spends more. */
    Optional<Interval> revenueLift() {
        return Lift.of(control.money().during(), treated.money().during());
    }

    /** The same, freed of what units spent before. */
    Optional<Interval> cupedLift() {
        return Lift.of(cuped().control(), cuped().treated());
    }

    /** The share of the variance that what units spent before explains. */
    double varianceReduction() {
        return cuped().varianceReduction();
    }

    private Cuped cuped() {
        return Cuped.of(control.money(), treated.money());
    }

    /** Of the conversion rates, for a single look. */
    double pValue() {
        return conversions().pValue();
    }

    /** Of the conversion rates, for as many looks as one likes. */
    double alwaysValidP() {
        return AlwaysValid.pValue(conversions());
    }

    /** Of the revenue a unit, for as many looks as one likes. */
    double revenueAlwaysValidP() {
        return AlwaysValid.pValue(revenues());
    }

    /** The lift of the conversion rate, either way, that these numbers of units show in four experiments of five. */
    Optional<Double> detectableEffect() {
        double rate = control.conversion().rate();
        return rate > 0 && treated.units() > 0
                ? Optional.of(Power.detectable(rate * (1 - rate), control.units(), treated.units()) / rate)
                : Optional.empty();
    }
}
