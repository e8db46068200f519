package org.cartograph.load.graph;

/**
 * What a call of {@link OrderWriter#write} did.
 *
 * @param created orders that are new
 * @param replaced orders of which a newer version came
 * @param unchanged orders the graph already had in this version or a later one
 * @param lines purchases written
 * @param products products that were only known from these orders, created with nothing but their id
 */
public record OrdersWritten(long created, long replaced, long unchanged, long lines, long products) {}
