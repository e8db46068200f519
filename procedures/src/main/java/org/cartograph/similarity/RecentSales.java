package org.cartograph.similarity;

/**
 * How much each product sold of late: {@code Σ 2^(−age/halfLife)} over the orders with it, ages counted from the newest
 * order of the shop.
 *
 * <p>Times {@code (ln 2 / halfLife) / (1 − 2^(−span/halfLife))} it is a pace, in orders a day: the weighted mean of the
 * days, where a shop that is younger than a few half-lives has no days to weigh (exponential smoothing, R. G. Brown,
 * Smoothing, Forecasting and Prediction of Discrete Time Series, 1963; the correction for the missing past as in Kingma
 * &amp; Ba, Adam, ICLR 2015).
 */
public final class RecentSales {
    private static final double SECONDS_A_DAY = 24 * 60 * 60;

    private final Baskets orders;
    private final long[] time;
    private final double halfLife;
    private final long newest;
    private final double span;

    /**
     * The recent sales of a shop.
     *
     * @param orders the products of each order
     * @param time when each order was placed, in seconds
     * @param halfLife age at which an order counts half, in seconds, above zero
     */
    public RecentSales(Baskets orders, long[] time, double halfLife) {
        this.orders = orders;
        this.time = time;
        this.halfLife = halfLife;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long at : time) {
            first = Math.min(first, at);
            last = Math.max(last, at);
        }
        this.newest = last;
        // The first and the newest day are days, too.
        this.span = time.length == 0 ? SECONDS_A_DAY : last - first + SECONDS_A_DAY;
    }

    /** The recent sales of every product, in orders. */
    public double[] all() {
        double[] sales = new double[orders.products()];
        int[] products = orders.basketProducts();
        for (int order = 0; order < time.length; order++) {
            double weight = weight(order);
            for (int at = orders.basketStart(order); at < orders.basketStart(order + 1); at++) {
                sales[products[at]] += weight;
            }
        }
        return sales;
    }

    /** The recent sales of one product, in orders. */
    public double of(int product) {
        double sales = 0;
        for (int nth = 0; nth < orders.frequency(product); nth++) {
            sales += weight(orders.basket(product, nth));
        }
        return sales;
    }

    private double weight(int order) {
        return Math.pow(2, -(newest - time[order]) / halfLife);
    }

    /** The pace of so many recent sales, in orders a day. */
    public double aDay(double sales) {
        double seen = 1 - Math.pow(2, -span / halfLife);
        return sales * Math.log(2) / (halfLife / SECONDS_A_DAY) / seen;
    }
}
