package org.cartograph.similarity;

/**
 * How much better a product sells than it used to: {@code (fast + c) / (slow + c)}, with fast and slow its pace in orders
 * a day, weighted with half-lives of 14 and of 90 days.
 *
 * <p>1 is as usual, above is growth. c is the pace of ten orders that came just now, so that three of them are hardly a
 * trend: without it whatever sold once, and yesterday, would lead every list. Two averages of different speed are the
 * moving average convergence/divergence of market analysts (Appel, The Moving Average Convergence-Divergence Trading
 * Method, 1979), as a ratio, because a bestseller's pace moves by more orders than others have.
 */
public final class Growth {
    private static final double SECONDS_A_DAY = 24 * 60 * 60;
    /** Half-life of what is called of late, in days. */
    static final double FAST_DAYS = 14;
    /** Half-life of what is called usual, in days. */
    static final double SLOW_DAYS = 90;
    /** Orders that are no trend yet. */
    private static final double TAKEN_FOR_GRANTED = 10;

    private static final double SMOOTHING = TAKEN_FOR_GRANTED * Math.log(2) / FAST_DAYS;

    private final RecentSales fast;
    private final RecentSales slow;

    /**
     * The growth of a shop's products.
     *
     * @param orders the products of each order
     * @param time when each order was placed, in seconds
     */
    public Growth(Baskets orders, long[] time) {
        this.fast = new RecentSales(orders, time, FAST_DAYS * SECONDS_A_DAY);
        this.slow = new RecentSales(orders, time, SLOW_DAYS * SECONDS_A_DAY);
    }

    /** The growth of every product, above zero. */
    public double[] all() {
        double[] lately = fast.all();
        double[] usually = slow.all();
        double[] growth = new double[lately.length];
        for (int product = 0; product < growth.length; product++) {
            growth[product] = ratio(lately[product], usually[product]);
        }
        return growth;
    }

    /** The growth of one product. */
    public double of(int product) {
        return ratio(fast.of(product), slow.of(product));
    }

    private double ratio(double lately, double usually) {
        return (fast.aDay(lately) + SMOOTHING) / (slow.aDay(usually) + SMOOTHING);
    }
}
