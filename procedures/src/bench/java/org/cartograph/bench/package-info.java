/**
 * How fast is the plugin, beside what else could do its work on the same server?
 *
 * <p>In: the orders of a real shop, from {@code shared/data/online_retail} beside the repository. Out: Markdown tables.
 * Every figure is a ratio within one run, so that it means something on any machine. Nothing depends on this package.
 */
@NullMarked
package org.cartograph.bench;

import org.jspecify.annotations.NullMarked;
