/**
 * In which words does a shop speak to its customers?
 *
 * <p>In: a locale, the key of a text and what it is about. Out: the sentence, in the shop's own words where it has set
 * some, else in those that are shipped for English and German. It knows neither products nor people: names and counts are
 * handed in. Used by {@code recommend} and all above it; uses {@code graph} and {@code settings}.
 */
@NullMarked
package org.cartograph.wording;

import org.jspecify.annotations.NullMarked;
