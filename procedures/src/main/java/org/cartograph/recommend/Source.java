package org.cartograph.recommend;

import org.cartograph.graph.Family;

/**
 * One ingredient of a placement's recipe.
 *
 * @param family the edges it follows from the anchors
 * @param weight its share beside the placement's other sources; each source's best candidate counts as 1 before that
 */
record Source(Family family, double weight) {}
