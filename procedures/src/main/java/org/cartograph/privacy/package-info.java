/**
 * What does the shop hold about one person, and how does that person leave, log in or say what they like?
 *
 * <p>In: the id of a Customer node. Out: everything that hangs on it; a graph in which it never was, with baskets that
 * belong to nobody; one customer in the place of a visitor and a customer; preferences. It walks every relationship of the
 * person whatever its type, so that what others add later is exported and erased as well. It uses {@code graph} and
 * {@code settings}, never learns or recommends, and only {@code procedure} may depend on it.
 */
@NullMarked
package org.cartograph.privacy;

import org.jspecify.annotations.NullMarked;
