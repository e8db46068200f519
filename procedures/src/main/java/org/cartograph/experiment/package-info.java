/**
 * Who gets which variant of the recommendations, and did it do any good?
 *
 * <p>In: experiments as the shop's people describe them, the requests of shoppers, and what these bought. Out: the settings
 * by which a request is answered, who met which variant, and a report with its uncertainty. Used by {@code procedure}
 * alone; uses {@code placement}, {@code statistics} and {@code graph}, and knows nothing of how recommendations are made.
 */
@NullMarked
package org.cartograph.experiment;

import org.jspecify.annotations.NullMarked;
