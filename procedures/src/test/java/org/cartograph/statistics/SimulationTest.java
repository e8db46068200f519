package org.cartograph.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often is each test wrong, over {@value #RUNS} experiments of which the truth is known?
 *
 * <p>Where nothing differs, a test at the 5 % level may be wrong in 50 ± 18 of 1,000 runs: the band in which a binomial with p =
 * .05 lies with 99 %.
 */
class SimulationTest {
    private static final int RUNS = 1_000;
    private static final double LEVEL = 0.05;
    private static final int LEAST = 33;
    private static final int MOST = 68;
    private static final double CONVERTING = 0.05;

    @Test
    void oneLookIsWrongOneTimeInTwenty() {
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            Proportion control = visitors(random, 10_000, CONVERTING);
            wrong += new TwoProportions(control, visitors(random, 10_000, CONVERTING)).pValue() < LEVEL ? 1 : 0;
        }

        assertThat(wrong).isBetween(LEAST, MOST);
    }

    @Test
    void aHundredLooksAreWrongFarMoreOftenUnlessAlwaysValid() {
        int naive = 0;
        int alwaysValid = 0;
        for (int run = 0; run < RUNS; run++) {
            Peeking peeking = peek(new SplittableRandom(1_000_000 + run), CONVERTING);
            naive += peeking.naive < LEVEL ? 1 : 0;
            alwaysValid += peeking.alwaysValid < LEVEL ? 1 : 0;
        }

        assertThat(naive).isGreaterThan(200);
        assertThat(alwaysValid).isLessThanOrEqualTo(MOST);
    }

    @Test
    void peekingAtAmountsOfMoneyIsSafeToo() {
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(2_000_000 + run);
            Pairs control = new Pairs();
            Pairs treated = new Pairs();
            double least = 1;
            for (int look = 0; look < 100; look++) {
                for (int unit = 0; unit < 100; unit++) {
                    control.add(0, spent(random));
                    treated.add(0, spent(random));
                }
                least = Math.min(least, AlwaysValid.pValue(new TwoMeans(control.during(), treated.during())));
            }
            wrong += least < LEVEL ? 1 : 0;
        }

        assertThat(wrong).isLessThanOrEqualTo(MOST);
    }

    @Test
    void cupedIsWrongOneTimeInTwentyAndTakesVarianceAway() {
        int wrong = 0;
        double reduction = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(3_000_000 + run);
            Cuped cuped = Cuped.of(customers(random, 500, 1), customers(random, 500, 1));
            wrong += new TwoMeans(cuped.control(), cuped.treated()).pValue() < LEVEL ? 1 : 0;
            reduction += cuped.varianceReduction() / RUNS;
        }

        assertThat(wrong).isBetween(LEAST, MOST);
        assertThat(reduction).isGreaterThan(0.2);
    }

    @Test
    void cupedFindsAnEffectThatTheRawFiguresOftenMiss() {
        int raw = 0;
        int adjusted = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(4_000_000 + run);
            Pairs control = customers(random, 500, 1);
            Pairs treated = customers(random, 500, 1.15);
            Cuped cuped = Cuped.of(control, treated);
            raw += new TwoMeans(control.during(), treated.during()).pValue() < LEVEL ? 1 : 0;
            adjusted += new TwoMeans(cuped.control(), cuped.treated()).pValue() < LEVEL ? 1 : 0;
        }

        assertThat(adjusted).isGreaterThan(raw + 50);
    }

    @Test
    void aTrueEffectIsFoundByBoth() {
        int oneLook = 0;
        int alwaysValid = 0;
        for (int run = 0; run < RUNS; run++) {
            Peeking peeking = peek(new SplittableRandom(5_000_000 + run), CONVERTING * 1.3);
            oneLook += peeking.last < LEVEL ? 1 : 0;
            alwaysValid += peeking.alwaysValid < LEVEL ? 1 : 0;
        }

        // 10,000 visitors a group, 5 against 6.5 %: 4.6 standard errors
        assertThat(oneLook).isGreaterThan(980);
        assertThat(alwaysValid).isGreaterThan(900);
    }

    @Test
    void aSampleRatioAlarmIsRareUntilUnitsAreLost() {
        int falseAlarms = 0;
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(6_000_000 + run);
            long treated = visitors(random, 20_000, 0.5).successes();
            long kept = visitors(random, treated, 0.9).successes();
            falseAlarms += alarm(20_000 - treated, treated);
            alarms += alarm(20_000 - treated, kept);
        }

        assertThat(falseAlarms).isLessThanOrEqualTo(5);
        assertThat(alarms).isGreaterThan(990);
    }

    private static int alarm(long control, long treated) {
        double p = SampleRatio.pValue(new long[] {control, treated}, new double[] {0.5, 0.5});
        return p < SampleRatio.ALARM ? 1 : 0;
    }

    /** The least p-values over 100 looks, each after 100 more visitors of either group, and the last z test's. */
    private record Peeking(double naive, double alwaysValid, double last) {}

    private static Peeking peek(SplittableRandom random, double converting) {
        Proportion control = new Proportion(0, 0);
        Proportion treated = control;
        double naive = 1;
        double alwaysValid = 1;
        double last = 1;
        for (int look = 0; look < 100; look++) {
            control = more(control, visitors(random, 100, CONVERTING));
            treated = more(treated, visitors(random, 100, converting));
            TwoProportions groups = new TwoProportions(control, treated);
            last = groups.pValue();
            naive = Math.min(naive, last);
            alwaysValid = Math.min(alwaysValid, AlwaysValid.pValue(groups));
        }
        return new Peeking(naive, alwaysValid, last);
    }

    private static Proportion more(Proportion one, Proportion other) {
        return new Proportion(one.successes() + other.successes(), one.trials() + other.trials());
    }

    private static Proportion visitors(SplittableRandom random, long count, double share) {
        return new Proportion(random.doubles(count).filter(draw -> draw < share).count(), count);
    }

    /** Customers with a usual spending, of whom four in five buy before the experiment and four in five during it. */
    private static Pairs customers(SplittableRandom random, int count, double factor) {
        Pairs pairs = new Pairs();
        for (int at = 0; at < count; at++) {
            double usual = amount(random);
            pairs.add(usual * bought(random), usual * bought(random) * factor);
        }
        return pairs;
    }

    private static double bought(SplittableRandom random) {
        return random.nextDouble() < 0.8 ? 0.5 + random.nextDouble() : 0;
    }

    /** Nothing for nine visitors of ten. */
    private static double spent(SplittableRandom random) {
        return random.nextDouble() < 0.1 ? amount(random) : 0;
    }

    /** An amount with a long tail, 40 on average. */
    private static double amount(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble()) * 40;
    }
}
