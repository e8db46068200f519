/**
 * Who comes in, where, and what are the others told? The one chain of filters in front of every address.
 *
 * <p>In comes a request, on goes one that may go on; all others are answered here with an RFC 9457 problem. Each address
 * needs a line in {@link org.cartograph.service.security.door.Doors}: one without is closed.
 */
@NullMarked
package org.cartograph.service.security.door;

import org.jspecify.annotations.NullMarked;
