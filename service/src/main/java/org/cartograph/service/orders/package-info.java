/**
 * What was bought a moment ago? The endpoint that takes orders: new ones, changed ones, cancelled ones.
 *
 * <p>In come JSON lists, out go the loader's own statements in transactions that many requests share, and in the same
 * transaction a call of the plugin's {@code cartograph.feedback.attribute}, which finds the recommendation that a sale is
 * owed to. Nothing depends on it.
 */
@NullMarked
package org.cartograph.service.orders;

import org.jspecify.annotations.NullMarked;
