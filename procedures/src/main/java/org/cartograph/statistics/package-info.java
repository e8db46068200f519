/**
 * Is a difference between two groups more than chance, and how large is it?
 *
 * <p>In: counts and sums of two groups. Out: estimates with their 95 % intervals, p-values, and what a larger sample would
 * show. Pure Java and Apache Commons Statistics, below everything; every package may use it.
 */
@NullMarked
package org.cartograph.statistics;

import org.jspecify.annotations.NullMarked;
