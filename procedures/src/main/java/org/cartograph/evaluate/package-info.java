/**
 * How good would the recommendations have been, and which parameters would have made them better?
 *
 * <p>In: the shop's orders, of which the last part is held back. Out: hit rates and other measures with their intervals,
 * of the serving recommender and of simple methods in the same run. It builds with {@code model} and recommends with
 * {@code recommend}, both over the training part alone, and changes nothing in the graph.
 */
@NullMarked
package org.cartograph.evaluate;

import org.jspecify.annotations.NullMarked;
