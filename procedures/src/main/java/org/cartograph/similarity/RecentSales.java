package org.cartograph.similarity;

/**
 * How much each product sold of late: {@code Σ 2^(−age/halfLife)} over the orders with it, ages counted from the newest
 * order of the shop.
 */
public final class RecentSales {
    private RecentSales() {}

    /**
     * The recent sales of every product, in orders.
     *
     * @param orders the products of each order
     * @param time when each order was placed, in seconds
     * @param halfLife age at which an order counts half, in seconds, above zero
     */
    public static double[] of(Baskets orders, long[] time, double halfLife) {
        long newest = Long.MIN_VALUE;
        for (long at : time) {
            newest = Math.max(newest, at);
        }
        double[] sales = new double[orders.products()];
        int[] products = orders.basketProducts();
        for (int order = 0; order < time.length; order++) {
            double weight = Math.pow(2, -(newest - time[order]) / halfLife);
            for (int at = orders.basketStart(order); at < orders.basketStart(order + 1); at++) {
                sales[products[at]] += weight;
            }
        }
        return sales;
    }
}
