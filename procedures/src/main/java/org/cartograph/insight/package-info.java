/**
 * What do the shop's own orders say, and how far can they be trusted?
 *
 * <p>In: purchases, read from the graph as they stand. Out: association rules with their counts, bundles with
 * what they cost, and for every signal whether there is evidence enough and what to do next. It writes nothing, needs no model and never sees one; it may use
 * {@code facts}, {@code graph}, {@code similarity} and {@code settings}, and only {@code procedure} may depend on it.
 */
@NullMarked
package org.cartograph.insight;

import org.jspecify.annotations.NullMarked;
