package org.cartograph.graph;

/**
 * One edge of a neighbour row.
 *
 * @param product internal number of the target
 * @param score weight of the edge, above zero; comparable within its row and, summed, across the rows of one family
 * @param count orders or customers behind the edge
 */
public record Neighbour(long product, double score, long count) {}
