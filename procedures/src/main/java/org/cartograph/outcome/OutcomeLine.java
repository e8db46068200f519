package org.cartograph.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartograph.statistics.Interval;
import org.cartograph.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one group. A share is null where there is nothing to share, and whatever old days cannot tell is null
 * where they are part of the group.
 */
public final class OutcomeLine {
    private static final double THOUSAND = 1_000;

    private final OutcomeSettings settings;
    private final Group group;
    private final @Nullable String currency;
    private final Tally tally;
    private final long sellable;

    private OutcomeLine(OutcomeSettings settings, Group group, @Nullable String currency, Tally tally, long sellable) {
        this.settings = settings;
        this.group = group;
        this.currency = currency;
        this.tally = tally;
        this.sellable = sellable;
    }

    /** One line, or one for each currency that was earned, where they are told apart. */
    static List<OutcomeLine> of(OutcomeSettings settings, Group group, Tally tally, long sellable) {
        List<@Nullable String> currencies =
                new ArrayList<>(settings.isBy(Dimension.CURRENCY) ? tally.currencies() : List.of());
        if (currencies.isEmpty()) {
            currencies.add(null);
        }
        List<OutcomeLine> lines = new ArrayList<>();
        for (String currency : currencies) {
            lines.add(new OutcomeLine(settings, group, currency, tally, sellable));
        }
        return lines;
    }

    /** What it is about. */
    public Group group() {
        return group;
    }

    /** How many answers; null where old days do not say how many of them held this box or source. */
    public @Nullable Long answers() {
        return settings.looksInside() && tally.summed() ? null : Long.valueOf(count(Count.ANSWERS));
    }

    /** How many products were seen. */
    public long impressions() {
        return count(Count.IMPRESSIONS);
    }

    /** How many of them were clicked. */
    public long clicks() {
        return count(Count.CLICKS);
    }

    /** Clicks per impression, with its interval. */
    public Interval clickRate() {
        return new Proportion(clicks(), impressions()).wilson();
    }

    /** How many were put into the cart. */
    public long carts() {
        return count(Count.CARTS);
    }

    /** How many the shopper did not want. */
    public long dismissals() {
        return count(Count.DISMISSALS);
    }

    /** How many were bought. */
    public long conversions() {
        return count(Count.CONVERSIONS);
    }

    /** Purchases per impression. */
    public @Nullable Double conversionRate() {
        return Tally.share(conversions(), impressions());
    }

    /** What was earned, less what was paid back; null where currencies mix or no price is known. */
    public @Nullable Double revenue() {
        return conversions() == 0 ? Double.valueOf(0) : money(tally.counts().revenue());
    }

    /** The currency of money; null where there is none, it is unknown, or several mix. */
    public @Nullable String currency() {
        String only = currency == null && tally.currencies().size() == 1
                ? tally.currencies().iterator().next()
                : currency;
        return only == null || only.isEmpty() ? null : only;
    }

    /** What a thousand impressions earned. */
    public @Nullable Double revenuePerThousand() {
        Double revenue = revenue();
        return revenue == null ? null : Tally.share(THOUSAND * revenue, impressions());
    }

    /** What those who clicked bought otherwise; null inside an answer. */
    public @Nullable Double haloRevenue() {
        if (settings.looksInside()) {
            return null;
        }
        return count(Count.HALO_ORDERS) == 0
                ? Double.valueOf(0)
                : money(tally.counts().halo());
    }

    private @Nullable Double money(Map<String, Double> byCurrency) {
        if (currency != null) {
            return byCurrency.getOrDefault(currency, 0.0);
        }
        return tally.currencies().size() == 1 && byCurrency.size() == 1
                ? byCurrency.values().iterator().next()
                : null;
    }

    /** Clicks in the first three slots, per click. */
    public @Nullable Double relevance() {
        return Tally.share(count(Count.TOP_CLICKS), clicks());
    }

    /** Products seen, per product that can be sold now. */
    public @Nullable Double coverage() {
        return tally.summed() ? null : Tally.share(tally.products(), sellable);
    }

    /** How surprising the seen products are, in bits. */
    public @Nullable Double novelty() {
        return tally.summed() ? null : tally.novelty();
    }

    /** Purchases per impression of new products. */
    public @Nullable Double coldAttachRate() {
        return Tally.share(count(Count.COLD_CONVERSIONS), count(Count.COLD_IMPRESSIONS));
    }

    /** Purchases per impression of the others. */
    public @Nullable Double warmAttachRate() {
        return Tally.share(
                conversions() - count(Count.COLD_CONVERSIONS), impressions() - count(Count.COLD_IMPRESSIONS));
    }

    /** Impressions that repeat a product in vain, per impression of a known shopper. */
    public @Nullable Double saturation() {
        return tally.summed() ? null : tally.saturation();
    }

    /** Sales that came back, per sale. */
    public @Nullable Double returnRate() {
        return Tally.share(count(Count.RETURNS), conversions());
    }

    /** What a known shopper spent within 30 days after a sale. */
    public @Nullable Double laterSpend() {
        return tally.summed() ? null : tally.laterSpend(currency);
    }

    /** Unexpected clicks, per click of a known shopper. */
    public @Nullable Double serendipity() {
        return tally.summed() ? null : tally.serendipity();
    }

    private long count(Count count) {
        return tally.counts().of(count);
    }
}
