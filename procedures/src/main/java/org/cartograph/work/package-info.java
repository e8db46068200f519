/**
 * How is long work spread over threads, watched and stopped?
 *
 * <p>In: numbered pieces of work and a check whether anyone still wants the result. Out: the results, or the first
 * failure. It knows nothing of graphs or products.
 */
@NullMarked
package org.cartograph.work;

import org.jspecify.annotations.NullMarked;
