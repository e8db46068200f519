package org.cartograph.statistics;

/**
 * An estimate with the interval in which the truth lies with 95 % confidence.
 *
 * @param value what was measured
 * @param low its lower end, at most {@code value}
 * @param high its upper end, at least {@code value}
 */
public record Interval(double value, double low, double high) {
    /** Whether a number lies outside: then it is refuted at the 5 % level. */
    public boolean excludes(double number) {
        return number < low || number > high;
    }
}
