package org.cartograph.outcome;

/**
 * How a shopper and a product met.
 *
 * @param repeated whether it had been shown to them before and not been clicked
 * @param unexpected whether it was clicked though it is neither a bestseller nor of a category they had bought from
 * @param spentLater what they spent within 30 days after buying it, on other orders; 0 when they did not buy it
 */
record Meeting(boolean repeated, boolean unexpected, double spentLater) {}
