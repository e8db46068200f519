/**
 * Which products are neighbours, and how is that learned and kept in the graph?
 *
 * <p>In: PURCHASED relationships and a configuration. Out: neighbour edges, the products' own counters and a Model node
 * per build. It uses {@code facts}, {@code graph}, {@code similarity}, {@code settings} and {@code work}; it never sees {@code recommend}, which
 * meets it only in the edges.
 */
@NullMarked
package org.cartograph.model;

import org.jspecify.annotations.NullMarked;
