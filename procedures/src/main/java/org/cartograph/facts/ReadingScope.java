package org.cartograph.facts;

/**
 * How much of the shop is read.
 *
 * @param orders whether single orders matter, or only who ever bought what, which is read much faster
 * @param longestHistory purchases of one customer that count in histories, the most recent ones
 */
public record ReadingScope(boolean orders, int longestHistory) {}
