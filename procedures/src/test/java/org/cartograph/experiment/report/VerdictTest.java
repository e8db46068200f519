package org.cartograph.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.experiment.Experiment;
import org.cartograph.experiment.Variant;
import org.cartograph.statistics.Pairs;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Experiment EXPERIMENT = new Experiment(
            "sizes",
            "salt",
            Set.of(),
            Experiment.Unit.SESSION,
            1,
            List.of(
                    new Variant("a", 0.5, Variant.Kind.ENGINE, Map.of()),
                    new Variant("b", 0.5, Variant.Kind.ENGINE, Map.of())),
            "a",
            new Experiment.Plan(14, 500, 30, 30, null));

    /** Units of which some spent 10 or 30, after they had spent nothing. */
    private static Figures figures(String variant, int units, int converted, int recently) {
        Pairs money = new Pairs();
        for (int unit = 0; unit < units; unit++) {
            money.add(0, unit < converted ? 10 + 20 * (unit % 2) : 0);
        }
        return new Figures(variant, units, converted, recently, converted, money, 0, 0);
    }

    private static String after(int days, boolean running, Figures control, Figures treated) {
        Verdict.Progress progress = new Verdict.Progress(true, running, Duration.ofDays(days));
        return new Verdict(EXPERIMENT, new Comparison(control, treated), progress).sentence();
    }

    @Test
    void saysHowManyConversionsAndDaysAreMissing() {
        // 500 − 180 = 320 at 252/7 = 36 a day
        assertThat(after(8, true, figures("a", 4_000, 185, 260), figures("b", 4_000, 180, 252)))
                .isEqualTo("Not yet: needs about 320 more conversions, some 9 days at today's pace.");
    }

    @Test
    void saysThatNothingHappensOfLate() {
        assertThat(after(8, true, figures("a", 4_000, 185, 0), figures("b", 4_000, 180, 0)))
                .isEqualTo("Not yet: needs about 320 more conversions, and there were none within the last week.");
    }

    @Test
    void waitsForEveryWeekday() {
        assertThat(after(8, true, figures("a", 9_000, 601, 500), figures("b", 9_000, 600, 500)))
                .isEqualTo("Not yet: runs for another 6 days, so that every weekday counts.");
    }

    @Test
    void callsWhatIsBetterBetterAtAnyTime() {
        assertThat(after(8, true, figures("a", 10_000, 1_000, 9), figures("b", 10_000, 1_250, 9)))
                .isEqualTo("b sells more: +25.0 % revenue a session (14.4 to 36.7), always-valid p < .001; it converts"
                        + " more: +25.0 % conversions (15.6 to 35.3), always-valid p < .001. Let it run for its 14"
                        + " days all the same: weekdays differ.");
    }

    @Test
    void callsWhatIsWorseWorse() {
        assertThat(after(20, true, figures("a", 10_000, 1_250, 9), figures("b", 10_000, 1_000, 9)))
                .startsWith("b sells less: -20.0 % revenue a session (")
                .endsWith("always-valid p < .001.");
    }

    @Test
    void saysWhatWouldHaveBeenSeenWhereNothingWas() {
        assertThat(after(20, true, figures("a", 10_000, 1_000, 9), figures("b", 10_000, 1_003, 9)))
                .isEqualTo(
                        "No difference shown: the lift of conversions lies between -7.7 and +9.0 %; one of 11.9 % would"
                                + " have been seen four times of five.");
    }

    @Test
    void saysWhatASingleLookWouldHaveSaid() {
        assertThat(after(20, true, figures("a", 10_000, 1_000, 9), figures("b", 10_000, 1_090, 9)))
                .startsWith("No difference shown: ")
                .endsWith("A single look at the planned end would have said p = .037: worth another experiment.");
    }

    @Test
    void saysWhenItWasStoppedTooEarly() {
        assertThat(after(3, false, figures("a", 4_000, 185, 9), figures("b", 4_000, 180, 9)))
                .isEqualTo("Stopped too early to say: 320 conversions before its plan, and no difference was shown.");
    }

    @Test
    void saysThatNobodyCame() {
        assertThat(after(3, true, figures("a", 4_000, 185, 9), figures("b", 0, 0, 0)))
                .isEqualTo("Not yet: nobody has met b.");
    }
}
