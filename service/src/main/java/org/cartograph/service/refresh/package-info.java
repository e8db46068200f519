/**
 * Who lets the model learn from what was sold a moment ago?
 *
 * <p>In: the time. Out: calls of the plugin's refresh, which does the work and sees to it that one is enough for any
 * number of services. Nothing depends on it.
 */
@NullMarked
package org.cartograph.service.refresh;

import org.jspecify.annotations.NullMarked;
