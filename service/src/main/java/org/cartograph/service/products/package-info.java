/**
 * What is known of the shop's products now? The endpoints that take what the shop's catalogue says, and how many pieces
 * are left.
 *
 * <p>In come JSON lists, out go the loader's own statements in transactions that many requests share. Nothing depends on
 * it.
 */
@NullMarked
package org.cartograph.service.products;

import org.jspecify.annotations.NullMarked;
