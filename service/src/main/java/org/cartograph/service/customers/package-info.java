/**
 * What does the shop hold about one person, and what may that person change? The addresses under {@code /v1/customers}:
 * preferences, export, erasure and login.
 *
 * <p>In come the id of a customer and what they say, out go calls of the plugin's {@code cartograph.customer.*}, each in a
 * transaction of its own and answered when it is committed. An id is in no log and no metric. Nothing depends on it.
 */
@NullMarked
package org.cartograph.service.customers;

import org.jspecify.annotations.NullMarked;
