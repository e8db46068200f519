/**
 * Did recommending pay?
 *
 * <p>In: recommendations with what became of them, and the sums that are left of old days. Out: one row of measures for
 * each group that was asked for, and, for what is too old to be kept one by one, those sums. It may use {@code feedback},
 * {@code graph}, {@code statistics} and {@code settings}, and only {@code procedure} may depend on it.
 */
@NullMarked
package org.cartograph.outcome;

import org.jspecify.annotations.NullMarked;
