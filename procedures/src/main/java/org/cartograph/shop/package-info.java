/**
 * What does the recommender get to know of the world?
 *
 * <p>{@link org.cartograph.shop.Shop} is the one port: neighbours, history, catalogue and clock. {@link
 * org.cartograph.shop.LiveShop} is the graph as it stands; {@code evaluate} has another that knows only the past. Used by
 * {@code recommend} and above; uses {@code graph}.
 */
@NullMarked
package org.cartograph.shop;

import org.jspecify.annotations.NullMarked;
