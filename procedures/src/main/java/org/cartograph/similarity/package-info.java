/**
 * How strongly are two products connected, given who bought what?
 *
 * <p>In: baskets as arrays of product numbers. Out: weights, counts and measures. Pure {@code java.*} mathematics that
 * knows neither Neo4j nor the shop; every package above may use it, and it uses none of them.
 */
@NullMarked
package org.cartograph.similarity;

import org.jspecify.annotations.NullMarked;
