package org.cartograph.evaluate;

import java.util.List;
import java.util.function.Supplier;

/**
 * One test order: the mean over its questions counts once, so that a large order is not worth more than a small one.
 *
 * @param questions made when they are asked, because those of a wholesaler's order fill much memory
 */
record Case(Supplier<List<Question>> questions) {}
