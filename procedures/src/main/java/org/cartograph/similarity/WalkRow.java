package org.cartograph.similarity;

/**
 * The best targets of a product by the random walk, before the ridge has its say.
 *
 * @param products the targets, best first, at most 2K of them
 * @param scores their walk weights, divided by the sum of the best K (so that a plain walk row sums to one)
 * @param counts how often each pair was seen, in orders or customers
 */
public record WalkRow(int[] products, float[] scores, int[] counts) {}
