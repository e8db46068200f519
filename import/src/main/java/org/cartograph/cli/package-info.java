/**
 * Answers: what does a person type? In: the arguments of the command line. Out: calls of the library, a closing line and
 * an exit code. Nothing depends on this package.
 */
@NullMarked
package org.cartograph.cli;

import org.jspecify.annotations.NullMarked;
