/**
 * When does a purchase count for a recommendation? The shop's settings of attribution, for everything that asks the plugin
 * to attribute: reported events, orders, and what closes old recommendations.
 *
 * <p>In come properties, out goes the configuration of the plugin's {@code cartograph.feedback} procedures.
 */
@NullMarked
package org.cartograph.service.feedback;

import org.jspecify.annotations.NullMarked;
