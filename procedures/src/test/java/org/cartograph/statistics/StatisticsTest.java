package org.cartograph.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every figure against one computed by hand, or one that was printed. */
class StatisticsTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Offset<Double> PRINTED = within(5e-5);

    @Test
    void wilsonsIntervalOfEightInTen() {
        // (0.8 + 3.8415/20 ± 1.96·√(0.016 + 3.8415/400)) / 1.38415
        Interval interval = new Proportion(8, 10).wilson();

        assertThat(interval.low()).isCloseTo(0.490162, PRINTED);
        assertThat(interval.high()).isCloseTo(0.943318, PRINTED);
    }

    @Test
    void nothingInTwentyIsNotNever() {
        // z²/(n + z²) = 3.84146/23.84146
        assertThat(new Proportion(0, 20).wilson())
                .isEqualTo(new Interval(0, 0, new Proportion(0, 20).wilson().high()));
        assertThat(new Proportion(0, 20).wilson().high()).isCloseTo(0.161125, PRINTED);
    }

    @Test
    void nothingTriedSaysNothing() {
        assertThat(new Proportion(0, 0).wilson()).isEqualTo(new Interval(0, 0, 1));
        assertThat(new TwoProportions(new Proportion(0, 0), new Proportion(3, 9)).pValue())
                .isEqualTo(1);
        assertThat(new TwoProportions(new Proportion(0, 9), new Proportion(0, 9)).pValue())
                .isEqualTo(1);
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> new Proportion(4, 3)).hasMessage("`successes` must be between 0 and 3, but was 4.");
    }

    @Test
    void twoProportionsWithThePooledShare() {
        // p = 104/150, z = 0.2 / √(p(1−p)(1/70 + 1/80)) = 2.65017
        TwoProportions groups = new TwoProportions(new Proportion(48, 80), new Proportion(56, 70));

        assertThat(groups.pValue()).isCloseTo(0.0080451, within(1e-7));
    }

    @Test
    void theIntervalThatNewcombePrinted() {
        // Newcombe 1998, table II: 56/70 against 48/80, method 10
        Interval interval = new TwoProportions(new Proportion(48, 80), new Proportion(56, 70)).interval();

        assertThat(interval.value()).isCloseTo(0.2, EXACT);
        assertThat(interval.low()).isCloseTo(0.0524, PRINTED);
        assertThat(interval.high()).isCloseTo(0.3339, PRINTED);
    }

    @Test
    void welchsTestOfTwoSmallSamples() {
        // t = 2/√(4/4 + 4/4) = √2 with (1+1)²/(1/3+1/3) = 6 degrees of freedom; t₀.₉₇₅(6) = 2.446912
        TwoMeans groups = new TwoMeans(new Moments(4, 10, 4), new Moments(4, 12, 4));

        assertThat(groups.pValue()).isCloseTo(0.20703, PRINTED);
        assertThat(groups.interval().low()).isCloseTo(2 - 2.446912 * Math.sqrt(2), PRINTED);
        assertThat(groups.interval().high()).isCloseTo(2 + 2.446912 * Math.sqrt(2), PRINTED);
    }

    @Test
    void studentsIntervalOfAMean() {
        // t₀.₉₇₅(3) = 3.182446, s/√n = 2/2
        assertThat(new Moments(4, 10, 4).interval().low()).isCloseTo(10 - 3.182446, PRINTED);
        assertThat(new Moments(1, 10, 0).interval()).isEqualTo(new Interval(10, 10, 10));
    }

    @Test
    void aLiftIsAShareOfTheControl() {
        // g = z²·0.01/4 = 0.0096036; (1.5 ± z/2·√(0.04(1−g) + 2.25·0.01)) / (1−g)
        double z = 1.959964;
        double g = z * z * 0.01 / 4;
        double half = z / 2 * Math.sqrt(0.04 * (1 - g) + 2.25 * 0.01);

        Interval lift = Lift.of(new Moments(100, 2, 1), new Moments(100, 3, 4)).orElseThrow();

        assertThat(lift.value()).isCloseTo(0.5, EXACT);
        assertThat(lift.low()).isCloseTo((1.5 - half) / (1 - g) - 1, PRINTED);
        assertThat(lift.high()).isCloseTo((1.5 + half) / (1 - g) - 1, PRINTED);
    }

    @Test
    void thereIsNoLiftOverAControlThatMayBeNothing() {
        assertThat(Lift.of(new Moments(100, 0.1, 4), new Moments(100, 3, 4))).isEmpty();
        assertThat(Lift.of(new Moments(100, 0, 0), new Moments(100, 3, 4))).isEmpty();
    }

    @Test
    void alwaysValidByHand() {
        // V = τ² = 10⁻⁴, d = 0.02: Λ = √½ · e^(10⁻⁴·4·10⁻⁴ / (2·10⁻⁴·2·10⁻⁴)) = e/√2
        assertThat(AlwaysValid.pValue(0.02, 1e-4, 0.01)).isCloseTo(Math.sqrt(2) / Math.E, EXACT);
        assertThat(AlwaysValid.pValue(0, 1e-4, 0.01)).isEqualTo(1);
    }

    @Test
    void aSecondLookNeedsMoreEvidenceThanASingleOne() {
        TwoProportions groups = new TwoProportions(new Proportion(500, 10_000), new Proportion(575, 10_000));

        assertThat(groups.pValue()).isLessThan(0.05);
        assertThat(AlwaysValid.pValue(groups)).isGreaterThan(groups.pValue());
    }

    @Test
    void cupedTakesAwayWhatThePastExplains() {
        // y = x + 0 and y = x + 1: θ = 1, nothing of the variance is left, and the difference is exactly 1
        Pairs control = pairs(0, 1, 2, 3, 4);
        Pairs treated = pairs(1, 2, 3, 4, 5);

        Cuped cuped = Cuped.of(control, treated);

        assertThat(cuped.varianceReduction()).isCloseTo(1, EXACT);
        assertThat(cuped.treated().mean() - cuped.control().mean()).isCloseTo(1, EXACT);
        // x̄ = 3, and the control: ȳ − θ(x̄₀ − x̄) = 2.5 − (2.5 − 3)
        assertThat(cuped.control().mean()).isCloseTo(3, EXACT);
    }

    private static Pairs pairs(double added, double... past) {
        Pairs pairs = new Pairs();
        for (double x : past) {
            pairs.add(x, x + added);
        }
        return pairs;
    }

    @Test
    void cupedWithoutAPastChangesNothing() {
        Pairs control = new Pairs();
        Pairs treated = new Pairs();
        for (int at = 0; at < 4; at++) {
            control.add(0, at);
            treated.add(0, 2 * at);
        }

        Cuped cuped = Cuped.of(control, treated);

        assertThat(cuped.varianceReduction()).isZero();
        assertThat(cuped.control()).isEqualTo(new Moments(4, 1.5, 5.0 / 3));
        assertThat(cuped.treated()).isEqualTo(new Moments(4, 3, 20.0 / 3));
    }

    @Test
    void aSampleRatioByHand() {
        // χ² = 100²/5000 · 2 = 4 with one degree of freedom
        assertThat(SampleRatio.pValue(new long[] {5100, 4900}, new double[] {0.5, 0.5}))
                .isCloseTo(0.0455003, PRINTED);
        assertThat(SampleRatio.pValue(new long[] {0, 0}, new double[] {0.5, 0.5}))
                .isEqualTo(1);
        assertThat(SampleRatio.pValue(new long[] {5300, 4700}, new double[] {1, 1}))
                .isLessThan(SampleRatio.ALARM);
    }

    @Test
    void aTenthMoreTakesSixteenHundredConversions() {
        // 2 · (2.801585/0.1)² = 1569.8
        assertThat(Power.successes(0.1)).isEqualTo(1570);
        // 2.801585 · √(0.05·0.95·2/10,000)
        assertThat(Power.detectable(0.05 * 0.95, 10_000, 10_000)).isCloseTo(0.008635, PRINTED);
        assertThat(Power.detectable(1, 0, 10)).isInfinite();
    }
}
