/**
 * What does each column of a file mean to the graph?
 *
 * <p>In: the header of a file. Out: the place of each known column, under its own name or a synonym of it, and what becomes of every column. The one
 * table is {@link org.cartograph.load.columns.FileKind}. The readers of rows depend on it, and the command line, which prints it.
 */
@NullMarked
package org.cartograph.load.columns;

import org.jspecify.annotations.NullMarked;
