/**
 * Answers: what would a believable shop look like whose associations we know?
 *
 * <p>In: the size of the shop, a seed and its last day. Out: CSV files in the loader's format, and beside them the
 * associations that were planted, so that a model can be held against the truth. Anyone may use {@link DemoShop};
 * nothing here knows the graph, the loader or the command line. The shop's words, categories and brands are the CSV
 * files beside this package's classes.
 */
@NullMarked
package org.cartograph.demo;

import org.jspecify.annotations.NullMarked;
