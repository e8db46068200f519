/**
 * What became of what was recommended?
 *
 * <p>In: events of shoppers, the recommendations that they came from, and orders that were written. Out: facts of
 * shoppers, {@code Recommendation} nodes whose SHOWED relationships carry the outcomes, and sales that are attributed to
 * them. Every outcome is set once, so that whatever is sent again changes nothing.
 *
 * <p>Locks are taken in this order, each kind by id: orders (by whoever writes orders), shoppers, recommendations, and
 * last whatever a commit locks by itself. Who writes the same things at the same time therefore waits and does not
 * deadlock, with few exceptions that a retry heals.
 *
 * <p>It may use {@code graph} and {@code settings}; only {@code outcome}, {@code privacy}, {@code experiment} and
 * {@code procedure} may depend on it.
 */
@NullMarked
package org.cartograph.feedback;

import org.jspecify.annotations.NullMarked;
