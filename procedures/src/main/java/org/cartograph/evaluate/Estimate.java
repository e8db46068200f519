package org.cartograph.evaluate;

/**
 * A mean over test orders with the interval in which it lies with 95 % confidence.
 *
 * @param low {@code value − 1.96·s/√n}, with s the standard deviation over the orders
 * @param high {@code value + 1.96·s/√n}
 * @param samples n, the test orders
 */
public record Estimate(double value, double low, double high, long samples) {
    private static final double NORMAL_95 = 1.959964;

    /** The mean of one column of a table; 0 with no width where the table is empty. */
    static Estimate ofColumn(double[][] table, int column) {
        double sum = 0;
        for (double[] row : table) {
            sum += row[column];
        }
        double mean = table.length == 0 ? 0 : sum / table.length;
        double squares = 0;
        for (double[] row : table) {
            squares += (row[column] - mean) * (row[column] - mean);
        }
        double half =
                table.length < 2 ? 0 : NORMAL_95 * Math.sqrt(squares / (table.length - 1.0)) / Math.sqrt(table.length);
        return new Estimate(mean, mean - half, mean + half, table.length);
    }

    /** A figure that is no mean, and so has no interval. */
    static Estimate exact(double value, long samples) {
        return new Estimate(value, value, value, samples);
    }
}
