package org.cartograph.experiment.report;

import org.cartograph.statistics.Pairs;
import org.cartograph.statistics.Proportion;

/**
 * What is counted of one variant.
 *
 * @param units who met it
 * @param converted units with an order since
 * @param recently of these, within the last week of the experiment
 * @param orders in the report's currency
 * @param money of each unit: what it spent before and since, in that currency, less what it sent back
 * @param impressions items that came into sight
 * @param clicks of these, clicked
 */
record Figures(
        String variant,
        long units,
        long converted,
        long recently,
        long orders,
        Pairs money,
        long impressions,
        long clicks) {
    Proportion conversion() {
        return new Proportion(converted, units);
    }

    Proportion clicked() {
        return new Proportion(clicks, impressions);
    }

    double revenue() {
        return money.during().mean() * units;
    }
}
