package org.cartograph.procedure;

import org.cartograph.experiment.report.Report;
import org.cartograph.statistics.Interval;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** What an experiment shows of one variant; every low and high is of an interval of 95 %. */
public record ReportRow(
        @Description("The variant") String variant,

        @Description("Whether the others are held against it")
        boolean control,

        @Description("What is to be made of it, in a sentence")
        String verdict,

        @Description("Why nothing here must be trusted, null unless units were lost or counted twice") @Nullable
        String alarm,

        @Description("Customers or sessions that met it") long units,
        @Description("Items that came into sight") long impressions,
        @Description("Of these, clicked") long clicks,
        @Description("Clicks of impressions") double clickRate,
        @Description("Its lower end") double clickRateLow,
        @Description("Its upper end") double clickRateHigh,

        @Description("Units with an order since they met it")
        long conversions,

        @Description("Conversions of units") double conversionRate,
        @Description("Its lower end") double conversionRateLow,
        @Description("Its upper end") double conversionRateHigh,

        @Description("Orders since, in the report's currency")
        long orders,

        @Description("Their revenue, less returns") double revenue,

        @Description("Currency of all amounts; empty where the shop does not say")
        String currency,

        @Description("Revenue a customer or session") double revenuePerUnit,
        @Description("Its lower end") double revenuePerUnitLow,
        @Description("Its upper end") double revenuePerUnitHigh,

        @Description("Revenue an order, null without orders") @Nullable
        Double averageOrderValue,

        @Description(
                "By which share the conversion rate is above the control's; null for the control or when not known")
        @Nullable
        Double conversionLift,

        @Description("Its lower end") @Nullable Double conversionLiftLow,
        @Description("Its upper end") @Nullable Double conversionLiftHigh,

        @Description("By which share the revenue a unit is above the control's") @Nullable
        Double revenueLift,

        @Description("Its lower end") @Nullable Double revenueLiftLow,
        @Description("Its upper end") @Nullable Double revenueLiftHigh,

        @Description("That the conversion rates are equal, by the z test: for one look, at the planned end") @Nullable
        Double pValue,

        @Description("The same for as many looks as one likes (mSPRT)") @Nullable
        Double alwaysValidP,

        @Description("That the revenues a unit are equal, for as many looks as one likes (mSPRT)") @Nullable
        Double revenueAlwaysValidP,

        @Description("The lift of revenue, freed of what units spent before (CUPED)") @Nullable
        Double cupedLift,

        @Description("Its lower end") @Nullable Double cupedLiftLow,
        @Description("Its upper end") @Nullable Double cupedLiftHigh,

        @Description("Share of the variance that what units spent before explains") @Nullable
        Double varianceReduction,

        @Description("Lift of conversions, either way, that so many units show four times of five") @Nullable
        Double detectableEffect,

        @Description("That every variant got its share of the units")
        double sampleRatioP,

        @Description("What was left out, or null") @Nullable String note) {

    static ReportRow of(Report.Line line) {
        return new ReportRow(
                line.variant(),
                line.control(),
                line.verdict(),
                line.alarm(),
                line.units(),
                line.impressions(),
                line.clicks(),
                line.clickRate().value(),
                line.clickRate().low(),
                line.clickRate().high(),
                line.conversions(),
                line.conversionRate().value(),
                line.conversionRate().low(),
                line.conversionRate().high(),
                line.orders(),
                line.revenue(),
                line.currency(),
                line.revenuePerUnit().value(),
                line.revenuePerUnit().low(),
                line.revenuePerUnit().high(),
                line.averageOrderValue(),
                value(line.conversionLift()),
                low(line.conversionLift()),
                high(line.conversionLift()),
                value(line.revenueLift()),
                low(line.revenueLift()),
                high(line.revenueLift()),
                line.pValue(),
                line.alwaysValidP(),
                line.revenueAlwaysValidP(),
                value(line.cupedLift()),
                low(line.cupedLift()),
                high(line.cupedLift()),
                line.varianceReduction(),
                line.detectableEffect(),
                line.sampleRatioP(),
                line.note());
    }

    private static @Nullable Double value(@Nullable Interval interval) {
        return interval == null ? null : interval.value();
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }
}
