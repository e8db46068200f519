/**
 * Why did the service not start? One plain sentence on the error stream and an exit code other than 0.
 *
 * <p>In comes the exception that ended the start, out goes its sentence. Every package may throw {@link
 * org.cartograph.service.startup.CannotStart}; this package knows none of them.
 */
@NullMarked
package org.cartograph.service.startup;

import org.jspecify.annotations.NullMarked;
