/**
 * What did the shop sell, to whom and when, as arrays that mathematics can work on?
 *
 * <p>In: PURCHASED relationships. Out: numbered products, orders and histories. It uses {@code graph}, {@code similarity}
 * and {@code work}; {@code model} learns from it, {@code evaluate} cuts it into a training and a test part.
 */
@NullMarked
package org.cartograph.facts;

import org.jspecify.annotations.NullMarked;
