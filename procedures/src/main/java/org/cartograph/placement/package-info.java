/**
 * Which boxes does a page have, and what goes into each?
 *
 * <p>In: the shop's stored parameters over the defaults in code. Out: contexts, placements and their recipes: weighted
 * signals and the stages that follow. It knows nothing of a shop's products. Used by {@code recommend} and all above it;
 * uses {@code graph} and {@code settings}.
 */
@NullMarked
package org.cartograph.placement;

import org.jspecify.annotations.NullMarked;
