/**
 * What can be called from Cypher?
 *
 * <p>In: arguments as Cypher sends them. Out: rows. Each procedure parses its settings first, so that errors come before
 * any row, hands over to one collaborator and turns the result into rows; it holds no loop and no mathematics. Nothing
 * depends on this package.
 */
@NullMarked
package org.cartograph.procedure;

import org.jspecify.annotations.NullMarked;
