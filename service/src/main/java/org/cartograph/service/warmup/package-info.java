/**
 * Is the service as quick for its first shopper as for the thousandth? Before it says that it is ready it asks itself for
 * pages, so that what has to be loaded, compiled and connected is.
 *
 * <p>In comes the time that may be spent on it, out go questions to the service's own address. Only {@code demo} depends on
 * it.
 */
@NullMarked
package org.cartograph.service.warmup;

import org.jspecify.annotations.NullMarked;
