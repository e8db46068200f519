package org.cartograph.recommend;

/**
 * A product from which recommendations start.
 *
 * @param weight how much it counts beside the others, above zero; the most important anchor has 1
 */
record Anchor(long product, double weight) {}
