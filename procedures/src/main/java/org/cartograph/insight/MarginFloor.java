package org.cartograph.insight;

/**
 * What must stay of a price as margin, however much is taken off it.
 *
 * @param share least margin as a share of the reduced price, 0 (sell at cost) to less than 1
 */
record MarginFloor(double share) {

    /**
     * The largest discount that keeps the floor, as a share of the price from 0 to 1: the largest d with
     * {@code margin − d·price ≥ share·(1 − d)·price}, which is {@code (margin/price − share) / (1 − share)}; 0 where the
     * margin is at the floor or below it already.
     *
     * @param price money, more than 0
     * @param margin money, of the same pieces
     */
    double discount(double price, double margin) {
        return Math.max(0, Math.min(1, (margin / price - share) / (1 - share)));
    }
}
