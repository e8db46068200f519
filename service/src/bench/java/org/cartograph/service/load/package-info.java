/**
 * How fast are writes acknowledged, and is what was acknowledged there after the worst? Load from a JVM of its own on the
 * jars as they are shipped.
 *
 * <p>Out: Markdown rows, each beside a named alternative. Nothing depends on this package.
 */
@NullMarked
package org.cartograph.service.load;

import org.jspecify.annotations.NullMarked;
