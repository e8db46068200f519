/**
 * How do thousands of small writes a second become a few transactions, of which none is lost? Callers hand in their items
 * and wait for the commit; one thread takes what has gathered, of all callers, and writes it in one transaction.
 *
 * <p>In come items that were already checked one by one, out goes what became of each: {@link
 * org.cartograph.service.writing.Written}. An acknowledgement means committed. Used by every endpoint that writes; knows
 * the database, and nothing of what is written.
 */
@NullMarked
package org.cartograph.service.writing;

import org.jspecify.annotations.NullMarked;
