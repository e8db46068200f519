package org.cartograph.procedure;

import java.time.LocalDate;
import org.cartograph.outcome.OutcomeLine;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** What became of the recommendations of one group. */
public record OutcomeRow(
        @Description("The page, null when not asked for") @Nullable
        String context,

        @Description("The box, null when not asked for") @Nullable
        String placement,

        @Description(
                "experiment/variant, null when not asked for or without one; an answer with several counts in each")
        @Nullable
        String variant,

        @Description("What products came from, null when not asked for") @Nullable
        String source,

        @Description("The day of the answers in UTC, null when not asked for") @Nullable
        LocalDate day,

        @Description(
                "The currency of money, null when unknown or when several mix; counts are the same in each currency's row")
        @Nullable
        String currency,

        @Description("Answers of which anything is known; null for boxes and sources of days that were summed up")
        @Nullable
        Long answers,

        @Description("Products that a shopper had before their eyes")
        long impressions,

        @Description("Impressions that were clicked") long clicks,

        @Description("Clicks per impression, 0 to 1") double clickRate,

        @Description("Lower end of its 95 % interval (Wilson)")
        double clickRateLow,

        @Description("Upper end of its 95 % interval") double clickRateHigh,

        @Description("Impressions that were put into the cart")
        long carts,

        @Description("Impressions that the shopper did not want")
        long dismissals,

        @Description("Impressions that were bought inside the window")
        long conversions,

        @Description("Purchases per impression, 0 to 1; null without impressions") @Nullable
        Double conversionRate,

        @Description(
                "Money for what was bought, less refunds; null when currencies mix (ask by currency) or prices are unknown")
        @Nullable
        Double revenue,

        @Description("Revenue of a thousand impressions") @Nullable
        Double revenuePerThousand,

        @Description("Money for other things bought after a click; null by or of a placement or source") @Nullable
        Double haloRevenue,

        @Description("Share of clicks in the first three slots, 0 to 1") @Nullable
        Double relevance,

        @Description("Products seen per product that can be sold now; null where days were summed up, as the next")
        @Nullable
        Double coverage,

        @Description("Mean surprise of an impression in bits: -log2 of the product's share of all purchases") @Nullable
        Double novelty,

        @Description("Purchases per impression of products released in the 30 days before or never sold by then")
        @Nullable
        Double coldAttachRate,

        @Description("Purchases per impression of all other products") @Nullable
        Double warmAttachRate,

        @Description("Share of known shoppers' impressions that repeat what they had seen since `from` and not clicked")
        @Nullable
        Double saturation,

        @Description("Share of the purchases that came back") @Nullable
        Double returnRate,

        @Description("Mean money that a known shopper spent on other orders within 30 days after a purchase, so far")
        @Nullable
        Double laterSpend,

        @Description(
                "Share of known shoppers' clicks on products that are neither among the 100 bestsellers nor of a category they had bought from")
        @Nullable
        Double serendipity) {

    static OutcomeRow of(OutcomeLine line) {
        return new OutcomeRow(
                line.group().context(),
                line.group().placement(),
                line.group().variant(),
                line.group().source(),
                line.group().day(),
                line.currency(),
                line.answers(),
                line.impressions(),
                line.clicks(),
                line.clickRate().value(),
                line.clickRate().low(),
                line.clickRate().high(),
                line.carts(),
                line.dismissals(),
                line.conversions(),
                line.conversionRate(),
                line.revenue(),
                line.revenuePerThousand(),
                line.haloRevenue(),
                line.relevance(),
                line.coverage(),
                line.novelty(),
                line.coldAttachRate(),
                line.warmAttachRate(),
                line.saturation(),
                line.returnRate(),
                line.laterSpend(),
                line.serendipity());
    }
}
