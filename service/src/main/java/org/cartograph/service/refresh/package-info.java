/**
 * Who lets the shop learn from what happened a moment ago?
 *
 * <p>In: the time. Out: calls of the plugin that refresh the model, learn from outcomes, close and sum them up, from the
 * one service of several that holds the lease. The plugin does the work and sees to it that any number of services may
 * ask all the same. Nothing depends on it.
 */
@NullMarked
package org.cartograph.service.refresh;

import org.jspecify.annotations.NullMarked;
