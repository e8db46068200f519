/**
 * What did the caller configure, and is it allowed?
 *
 * <p>In: the untyped maps that Cypher hands to procedures. Out: typed, checked values, or one sentence that names the
 * key, what is allowed and what came. Pure Java, below everything; every package may use it.
 */
@NullMarked
package org.cartograph.settings;

import org.jspecify.annotations.NullMarked;
