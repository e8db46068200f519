/**
 * What became of what was shown, and what else did shoppers do? The endpoint that takes impressions, clicks, sales and
 * other events, and the queue of who met which experiment.
 *
 * <p>In come JSON lists and the answers' tokens, out go calls of the plugin's {@code cartograph.feedback.record} and {@code
 * cartograph.experiment.expose} in transactions that many requests share. Nothing depends on it.
 */
@NullMarked
package org.cartograph.service.events;

import org.jspecify.annotations.NullMarked;
