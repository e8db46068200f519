/**
 * What did an experiment show?
 *
 * <p>In: who met which variant, what they ordered since, and what they were shown. Out: figures of each variant with their
 * intervals, the comparison with the control, and one sentence for whoever has to decide. Used by {@code procedure} alone.
 */
@NullMarked
package org.cartograph.experiment.report;

import org.jspecify.annotations.NullMarked;
