/**
 * What do outcomes say of a product, beside a seed and in a box?
 *
 * <p>In: {@code (:Recommendation:Unlearned)-[:SHOWED]->(:Product)} with what became of each offer. Out: {@code OFFERED}
 * relationships with counts of how often a product was looked at and taken, {@code SEEN} of what a shopper was shown, and
 * {@code Position} nodes of what a place in a box does to its product. Read {@link
 * org.cartograph.feedback.learning.Learning} first. It knows nothing of how recommendations are made from what it writes;
 * used by {@code procedure}.
 */
@NullMarked
package org.cartograph.feedback.learning;

import org.jspecify.annotations.NullMarked;
