package org.cartograph.experiment.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cartograph.experiment.Experiment;
import org.cartograph.statistics.Interval;

/**
 * What is to be made of a comparison, in a sentence for whoever has to decide.
 *
 * <p>A variant is called better or worse only by an always-valid p below .05 divided by the number of comparisons made
 * (variants beside the control, each by conversions and by revenue), so that neither looking every day nor trying many variants
 * finds differences that are none (Bonferroni). Before the planned days and conversions are there, nothing is called equal.
 */
final class Verdict {
    private static final double LEVEL = 0.05;
    private static final int MEASURES = 2;

    private final Experiment experiment;
    private final Comparison comparison;
    private final Progress progress;

    /**
     * How far an experiment is.
     *
     * @param started whether it was
     * @param running whether it still is
     * @param elapsed since its start, until it was stopped
     */
    record Progress(boolean started, boolean running, Duration elapsed) {
        double days() {
            return elapsed.toMinutes() / 1440.0;
        }
    }

    Verdict(Experiment experiment, Comparison comparison, Progress progress) {
        this.experiment = experiment;
        this.comparison = comparison;
        this.progress = progress;
    }

    /** The sentence, where every variant got its share of the units. */
    String sentence() {
        if (!progress.started()) {
            return "Not started.";
        }
        if (comparison.control().units() == 0 || comparison.treated().units() == 0) {
            return "Not yet: nobody has met " + (comparison.treated().units() == 0 ? name() : control()) + ".";
        }
        List<String> differences = differences();
        if (!differences.isEmpty()) {
            return name() + " " + String.join("; it ", differences) + "." + untilTheEnd();
        }
        return missing() > 0 || daysLeft() > 0 ? notYet() : equal();
    }

    private List<String> differences() {
        double level = LEVEL / (MEASURES * (experiment.variants().size() - 1));
        List<String> differences = new ArrayList<>();
        double revenueP = comparison.revenueAlwaysValidP();
        if (revenueP < level) {
            differences.add(difference("sells", comparison.revenueLift(), "revenue a " + unit(), revenueP));
        }
        double conversionP = comparison.alwaysValidP();
        if (conversionP < level) {
            differences.add(difference("converts", comparison.conversionLift(), "conversions", conversionP));
        }
        return differences;
    }

    private String difference(String verb, Optional<Interval> lift, String of, double p) {
        boolean more = lift.map(Interval::value).orElse(1.0) > 0;
        return verb + (more ? " more: " : " less: ")
                + lift.map(interval -> percent(interval, of)).orElse(of + " where there were next to none")
                + ", always-valid " + p(p);
    }

    /** Weekdays differ, and what is new is looked at because it is new. */
    private String untilTheEnd() {
        return progress.running() && daysLeft() > 0
                ? " Let it run for its " + experiment.plan().days() + " days all the same: weekdays differ."
                : "";
    }

    private String notYet() {
        if (!progress.running()) {
            return "Stopped too early to say: " + (missing() > 0 ? missing() + " conversions" : days(daysLeft()))
                    + " before its plan, and no difference was shown.";
        }
        String conversions = missing() > 0 ? "about " + missing() + " more conversions" : "";
        Optional<Double> needed = daysNeeded();
        String days = needed.map(some -> "some " + days(some) + " at today's pace")
                .orElse("and there were none within the last week");
        return missing() > 0
                ? "Not yet: needs " + conversions + ", " + days + "."
                : "Not yet: runs for another " + days(daysLeft()) + ", so that every weekday counts.";
    }

    /** How many conversions the variant lacks that has fewer of them. */
    private long missing() {
        long fewer =
                Math.min(comparison.control().converted(), comparison.treated().converted());
        return Math.max(0, experiment.plan().conversions() - fewer);
    }

    private double daysLeft() {
        return Math.max(0, experiment.plan().days() - progress.days());
    }

    private Optional<Double> daysNeeded() {
        Figures slower = comparison.control().converted() < comparison.treated().converted()
                ? comparison.control()
                : comparison.treated();
        double within = Math.min(7, Math.max(progress.days(), 1.0 / 24));
        double pace = slower.recently() / within;
        return pace > 0 ? Optional.of(Math.max(daysLeft(), missing() / pace)) : Optional.empty();
    }

    private String equal() {
        String seen = comparison
                .conversionLift()
                .map(lift -> "the lift of conversions lies between " + signed(lift.low()) + " and "
                        + signed(lift.high()) + " %")
                .orElse("there were no conversions");
        String would = comparison
                .detectableEffect()
                .map(effect -> "; one of " + plain(effect) + " % would have been seen four times of five")
                .orElse("");
        String hint = comparison.pValue() < LEVEL
                ? " A single look at the planned end would have said " + p(comparison.pValue())
                        + ": worth another experiment."
                : "";
        return "No difference shown: " + seen + would + "." + hint;
    }

    private String name() {
        return comparison.treated().variant();
    }

    private String control() {
        return comparison.control().variant();
    }

    private String unit() {
        return experiment.unit().key();
    }

    private static String days(double days) {
        long whole = Math.max(1, (long) Math.ceil(days));
        return whole == 1 ? "1 day" : whole + " days";
    }

    private static String percent(Interval lift, String of) {
        return signed(lift.value()) + " % " + of + " (" + plain(lift.low()) + " to " + plain(lift.high()) + ")";
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share);
    }

    private static String plain(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** A p-value as papers print it. */
    static String p(double p) {
        return p < 0.001
                ? "p < .001"
                : "p = " + String.format(Locale.ROOT, "%.3f", p).substring(1);
    }
}
