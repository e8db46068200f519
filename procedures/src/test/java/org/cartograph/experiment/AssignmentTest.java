package org.cartograph.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.statistics.SampleRatio;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final int UNITS = 100_000;

    private static Experiment experiment(String salt, double share, double... shares) {
        List<Variant> variants = new ArrayList<>();
        for (int at = 0; at < shares.length; at++) {
            variants.add(new Variant("v" + at, shares[at], Variant.Kind.ENGINE, Map.of()));
        }
        return new Experiment(
                "test",
                salt,
                Set.of(),
                Experiment.Unit.CUSTOMER,
                share,
                variants,
                "v0",
                new Experiment.Plan(14, 500, 30, 30, null));
    }

    private static int variant(Experiment experiment, int unit) {
        Variant variant = Assignment.of(experiment, "customer" + unit);
        return variant == null ? -1 : experiment.variants().indexOf(variant);
    }

    @Test
    void givesEachVariantItsShare() {
        double[] shares = {0.5, 0.3, 0.2};
        Experiment experiment = experiment("s1", 1, shares);
        long[] counts = new long[3];
        for (int unit = 0; unit < UNITS; unit++) {
            counts[variant(experiment, unit)]++;
        }

        assertThat(SampleRatio.pValue(counts, shares)).isGreaterThan(0.01);
    }

    @Test
    void saysNothingAboutAnotherExperiment() {
        Experiment one = experiment("s1", 1, 0.5, 0.5);
        Experiment other = experiment("s2", 1, 0.5, 0.5);
        long[] cells = new long[4];
        for (int unit = 0; unit < UNITS; unit++) {
            cells[2 * variant(one, unit) + variant(other, unit)]++;
        }

        assertThat(SampleRatio.pValue(cells, new double[] {1, 1, 1, 1})).isGreaterThan(0.01);
    }

    @Test
    void letsOnlyItsShareTakePart() {
        Experiment experiment = experiment("s3", 0.25, 0.5, 0.5);
        long[] counts = new long[3];
        for (int unit = 0; unit < UNITS; unit++) {
            counts[1 + variant(experiment, unit)]++;
        }

        assertThat(SampleRatio.pValue(counts, new double[] {0.75, 0.125, 0.125}))
                .isGreaterThan(0.01);
    }

    @Test
    void isTheSameEveryTime() {
        // A change of the hash would move customers of running experiments to other variants.
        Experiment experiment = experiment("s4", 1, 0.5, 0.5);

        assertThat(List.of(
                        variant(experiment, 1), variant(experiment, 2), variant(experiment, 3), variant(experiment, 4)))
                .isEqualTo(List.of(0, 1, 0, 1));
    }
}
