/**
 * What does one cell mean?
 *
 * <p>In: the text of a cell and the name of its column. Out: an id, a number, a time, a yes or no, the words of a name, the band of a price; or a
 * {@link org.cartograph.load.values.BadValueException} that says in one sentence what is wrong. Pure {@code java.*}. Everything in {@code load} may depend on it.
 */
@NullMarked
package org.cartograph.load.values;

import org.jspecify.annotations.NullMarked;
