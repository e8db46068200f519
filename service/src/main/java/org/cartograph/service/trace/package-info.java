/**
 * Which request was this? Its id and the trace it belongs to go with it through the service's log and into the metadata of
 * its transactions, so that a slow query leads back to the page that asked it.
 *
 * <p>In come the headers {@code X-Request-Id} and {@code traceparent} (W3C Trace Context), out goes a {@link
 * org.cartograph.service.trace.RequestTrace} of the thread that works for the request. Every package may depend on it; it
 * knows none of them.
 */
@NullMarked
package org.cartograph.service.trace;

import org.jspecify.annotations.NullMarked;
