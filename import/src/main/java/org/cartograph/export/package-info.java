/**
 * What does a tool that sends mail get to read?
 *
 * <p>In: a connected driver, whose database has the plugin, and which audience is wanted. Out: a CSV file with one line
 * for each customer, written while the database finds them. It knows the procedure by its name and columns only; {@code
 * cli} may depend on it.
 */
@NullMarked
package org.cartograph.export;

import org.jspecify.annotations.NullMarked;
