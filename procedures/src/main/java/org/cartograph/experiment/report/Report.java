package org.cartograph.experiment.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cartograph.experiment.Experiment;
import org.cartograph.experiment.ExperimentStore;
import org.cartograph.experiment.Variant;
import org.cartograph.statistics.Interval;
import org.cartograph.statistics.SampleRatio;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/** What an experiment shows at this moment, a line for each variant. */
public final class Report {
    private Report() {}

    /**
     * A variant's line.
     *
     * @param clickRate clicks of impressions, as if these were independent of each other
     * @param revenueLift of the revenue a unit; this and what follows is null for the control and where nothing can be said
     * @param sampleRatioP that every variant got its share of the units
     * @param alarm why the report must not be trusted, or null
     * @param note what was left out of it, or null
     */
    public record Line(
            String variant,
            boolean control,
            long units,
            long impressions,
            long clicks,
            Interval clickRate,
            long conversions,
            Interval conversionRate,
            long orders,
            double revenue,
            String currency,
            Interval revenuePerUnit,
            @Nullable Double averageOrderValue,
            @Nullable Interval conversionLift,
            @Nullable Interval revenueLift,
            @Nullable Double pValue,
            @Nullable Double alwaysValidP,
            @Nullable Double revenueAlwaysValidP,
            @Nullable Interval cupedLift,
            @Nullable Double varianceReduction,
            @Nullable Double detectableEffect,
            double sampleRatioP,
            @Nullable String alarm,
            @Nullable String note,
            String verdict) {}

    /** Measures an experiment and holds its variants against the control. */
    public static List<Line> of(Transaction transaction, ExperimentStore.Standing standing) {
        Instant now = Instant.now();
        Measurement.Counted counted = new Measurement(transaction, standing, now).count();
        Instant started = standing.startedAt();
        Instant end = standing.stoppedAt() == null ? now : standing.stoppedAt();
        Verdict.Progress progress = new Verdict.Progress(
                started != null,
                standing.isRunning(),
                started == null ? Duration.ZERO : Duration.between(started, end));
        double sampleRatio = sampleRatio(standing.experiment(), counted.variants());
        String alarm = sampleRatio < SampleRatio.ALARM ? alarm(counted.variants(), sampleRatio) : null;
        Figures control = counted.variants().stream()
                .filter(one -> one.variant().equals(standing.experiment().control()))
                .findFirst()
                .orElseThrow();
        return counted.variants().stream()
                .map(one -> line(standing.experiment(), counted, control, one, progress, sampleRatio, alarm))
                .toList();
    }

    private static double sampleRatio(Experiment experiment, List<Figures> figures) {
        return SampleRatio.pValue(
                figures.stream().mapToLong(Figures::units).toArray(),
                experiment.variants().stream().mapToDouble(Variant::share).toArray());
    }

    private static String alarm(List<Figures> figures, double p) {
        List<String> counts = figures.stream()
                .map(one -> String.format(Locale.ROOT, "%s %,d", one.variant(), one.units()))
                .toList();
        return "Do not trust this: the units (" + String.join(", ", counts) + ") are not parted as planned, p = "
                + String.format(Locale.ROOT, "%.1e", p) + "; find out where some were lost or counted twice.";
    }

    private static Line line(
            Experiment experiment,
            Measurement.Counted counted,
            Figures control,
            Figures one,
            Verdict.Progress progress,
            double sampleRatio,
            @Nullable String alarm) {
        boolean isControl = one.variant().equals(control.variant());
        @Nullable Comparison comparison = isControl ? null : new Comparison(control, one);
        return new Line(
                one.variant(),
                isControl,
                one.units(),
                one.impressions(),
                one.clicks(),
                one.clicked().wilson(),
                one.converted(),
                one.conversion().wilson(),
                one.orders(),
                one.revenue(),
                counted.currency(),
                one.money().during().interval(),
                one.orders() == 0 ? null : one.revenue() / one.orders(),
                comparison == null ? null : comparison.conversionLift().orElse(null),
                comparison == null ? null : comparison.revenueLift().orElse(null),
                comparison == null ? null : comparison.pValue(),
                comparison == null ? null : comparison.alwaysValidP(),
                comparison == null ? null : comparison.revenueAlwaysValidP(),
                comparison == null ? null : comparison.cupedLift().orElse(null),
                comparison == null ? null : comparison.varianceReduction(),
                comparison == null ? null : comparison.detectableEffect().orElse(null),
                sampleRatio,
                alarm,
                note(counted),
                verdict(experiment, comparison, progress, alarm));
    }

    private static @Nullable String note(Measurement.Counted counted) {
        return counted.otherOrders() == 0
                ? null
                : "Orders in other currencies, which are conversions but no revenue: " + counted.otherOrders() + ".";
    }

    private static String verdict(
            Experiment experiment, @Nullable Comparison comparison, Verdict.Progress progress, @Nullable String alarm) {
        if (alarm != null) {
            return alarm;
        }
        return comparison == null
                ? "The control, which the others are held against."
                : new Verdict(experiment, comparison, progress).sentence();
    }
}
