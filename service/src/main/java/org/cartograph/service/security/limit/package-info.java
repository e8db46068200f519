/**
 * Does somebody come too often? A bucket of tokens for each key, for each address that uses a browser's key, and for each
 * address that is refused, in bounded memory.
 *
 * <p>In come who and how often one may, out goes the time to wait. Used by {@code door}.
 */
@NullMarked
package org.cartograph.service.security.limit;

import org.jspecify.annotations.NullMarked;
