package org.cartograph.similarity;

/**
 * In which order a customer's orders came: orders are numbered customer after customer, each customer's oldest first.
 *
 * @param customer the customer of each order
 * @param time when each order was placed, in seconds since 1970
 */
public record OrderSequence(int[] customer, long[] time) {}
