package org.cartograph.audience;

import java.time.Instant;
import java.util.List;

/**
 * Why one person is meant.
 *
 * @param since when it began: the cart was left, the product became due
 * @param products internal numbers of the products that it is about, newest first; never empty
 */
record Cause(Instant since, List<Long> products) {}
