package org.cartograph.recommend;

import org.cartograph.graph.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * From somewhere to a product: one thing that a signal says.
 *
 * @param anchor the product where an edge starts, or {@link #NOWHERE}
 * @param count orders, customers or shared attributes behind it
 * @param via see {@link Neighbour#via()}
 * @param score how strongly, comparable with the signal's other leads only
 */
record Lead(long anchor, long product, long count, @Nullable String via, double score) {
    static final long NOWHERE = -1;
}
