package org.cartograph.load;

import java.util.List;

/**
 * What is written in one transaction.
 *
 * @param facts what to write
 * @param rows how many rows of the file were read for it, those that bring no fact included
 */
record Batch<T>(List<T> facts, long rows) {}
