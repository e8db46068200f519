/**
 * Which fact does one row state?
 *
 * <p>In: the cells of a row and the places of its columns. Out: a product, a line of an order, a customer, a return or a rating, ready to be written; or a
 * {@link org.cartograph.load.values.BadValueException} that says why the row is rejected. Only the loader depends on it.
 */
@NullMarked
package org.cartograph.load.rows;

import org.jspecify.annotations.NullMarked;
