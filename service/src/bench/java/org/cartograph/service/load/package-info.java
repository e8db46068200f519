/**
 * How fast is a page answered and a write acknowledged, does that stay so, and is what was acknowledged there after the
 * worst? Load from a JVM of its own on the service as it is shipped.
 *
 * <p>Out: Markdown rows, each beside a named alternative. Nothing depends on this package.
 */
@NullMarked
package org.cartograph.service.load;

import org.jspecify.annotations.NullMarked;
