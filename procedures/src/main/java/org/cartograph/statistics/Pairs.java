package org.cartograph.statistics;

/**
 * Sums over units of which two numbers are known: x from before the experiment, y from during it.
 *
 * <p>The moments are updated one by one (Welford, Note on a method for calculating corrected sums of squares and products,
 * Technometrics 4, 1962), because sums of squares of large amounts would lose the digits that matter.
 */
public final class Pairs {
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /** Counts one unit. */
    public void add(double x, double y) {
        count++;
        double fromX = x - meanX;
        double fromY = y - meanY;
        meanX += fromX / count;
        meanY += fromY / count;
        squaresX += fromX * (x - meanX);
        squaresY += fromY * (y - meanY);
        products += fromX * (y - meanY);
    }

    /** What is known of y. */
    public Moments during() {
        return new Moments(count, meanY, variance(squaresY));
    }

    long count() {
        return count;
    }

    double meanX() {
        return meanX;
    }

    /** {@code Σ(x − x̄)²}. */
    double squaresX() {
        return squaresX;
    }

    /** {@code Σ(x − x̄)(y − ȳ)}. */
    double products() {
        return products;
    }

    /** What is known of {@code y − θ(x − centre)}. */
    Moments adjusted(double theta, double centre) {
        double squares = Math.max(0, squaresY - 2 * theta * products + theta * theta * squaresX);
        return new Moments(count, meanY - theta * (meanX - centre), variance(squares));
    }

    private double variance(double squares) {
        return count < 2 ? 0 : squares / (count - 1);
    }
}
