/**
 * What should be offered here and now, and why?
 *
 * <p>In: a page, what is known of the shopper and a {@link org.cartograph.shop.Shop}. Out: placements with items,
 * each with a score and a reason. Read {@link org.cartograph.recommend.Recommender} first: anchors → candidates →
 * exclusions → score → fill → explain, one class each. It uses {@code graph} and {@code settings}, writes nothing and
 * never sees {@code model}, which it meets only in the neighbour edges.
 */
@NullMarked
package org.cartograph.recommend;

import org.jspecify.annotations.NullMarked;
