package org.cartograph.service.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What an experiment shows at this moment. */
record ReportAnswer(String name, List<Line> variants) {

    /**
     * An estimate with its interval of 95 %.
     *
     * @param value what was measured
     */
    record Estimate(double value, double low, double high) {

        private static @Nullable Estimate of(Record row, String column) {
            return row.get(column).isNull()
                    ? null
                    : new Estimate(
                            row.get(column).asDouble(),
                            row.get(column + "Low").asDouble(),
                            row.get(column + "High").asDouble());
        }
    }

    /**
     * What it shows of one variant; what cannot be said, and for the control every comparison, is left out.
     *
     * @param verdict           what to make of it, in a sentence
     * @param alarm             why nothing here must be trusted
     * @param units             customers or sessions that met it
     * @param conversions       of these, with an order since
     * @param conversionLift    by which share conversions are above the control's
     * @param pValue            of the conversion rates, for one look at the planned end
     * @param alwaysValidP      the same for as many looks as one likes
     * @param cupedLift         of revenue, freed of what units spent before
     * @param detectableEffect  lift that so many units show four times of five
     * @param sampleRatioP      that every variant got its share of the units
     * @param note              what was left out
     */
    @Schema(name = "VariantReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String variant,
            boolean control,
            String verdict,
            @Nullable String alarm,
            long units,
            long impressions,
            long clicks,
            @Nullable Estimate clickRate,
            long conversions,
            @Nullable Estimate conversionRate,
            long orders,
            double revenue,
            String currency,
            @Nullable Estimate revenuePerUnit,
            @Nullable Double averageOrderValue,
            @Nullable Estimate conversionLift,
            @Nullable Estimate revenueLift,
            @Nullable Double pValue,
            @Nullable Double alwaysValidP,
            @Nullable Double revenueAlwaysValidP,
            @Nullable Estimate cupedLift,
            @Nullable Double varianceReduction,
            @Nullable Double detectableEffect,
            double sampleRatioP,
            @Nullable String note) {

        static Line of(Record row) {
            return new Line(
                    row.get("variant").asString(),
                    row.get("control").asBoolean(),
                    row.get("verdict").asString(),
                    text(row.get("alarm")),
                    row.get("units").asLong(),
                    row.get("impressions").asLong(),
                    row.get("clicks").asLong(),
                    Estimate.of(row, "clickRate"),
                    row.get("conversions").asLong(),
                    Estimate.of(row, "conversionRate"),
                    row.get("orders").asLong(),
                    row.get("revenue").asDouble(),
                    row.get("currency").asString(),
                    Estimate.of(row, "revenuePerUnit"),
                    number(row.get("averageOrderValue")),
                    Estimate.of(row, "conversionLift"),
                    Estimate.of(row, "revenueLift"),
                    number(row.get("pValue")),
                    number(row.get("alwaysValidP")),
                    number(row.get("revenueAlwaysValidP")),
                    Estimate.of(row, "cupedLift"),
                    number(row.get("varianceReduction")),
                    number(row.get("detectableEffect")),
                    row.get("sampleRatioP").asDouble(),
                    text(row.get("note")));
        }

        private static @Nullable String text(Value value) {
            return value.isNull() ? null : value.asString();
        }

        private static @Nullable Double number(Value value) {
            return value.isNull() ? null : value.asDouble();
        }
    }
}
