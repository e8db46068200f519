/**
 * What rows does a CSV file hold, and where does each begin?
 *
 * <p>In: a file, plain or gzip, UTF-8 with or without a byte order mark. Out: rows with the physical line they begin on and their own text, also the
 * rows that are not CSV; and the file that lists the rows nobody could use. Knows nothing of shops. Everything in {@code load} may depend on it.
 */
@NullMarked
package org.cartograph.load.csv;

import org.jspecify.annotations.NullMarked;
