/**
 * What does a person at a terminal type, and what do they read?
 *
 * <p>In: arguments. Out: a load, a demo shop or an audience, its progress, its summary, one sentence for what went wrong and an exit
 * code. Depends on {@code load}, {@code demo} and {@code export}; nothing depends on it.
 */
@NullMarked
package org.cartograph.cli;

import org.jspecify.annotations.NullMarked;
