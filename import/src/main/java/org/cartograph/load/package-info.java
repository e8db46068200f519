/**
 * How do a shop's files become the graph of facts?
 *
 * <p>In: {@link org.cartograph.load.LoadFiles files} (CSV, plain or gzip) and a driver. Out: products, customers, purchases, returns and ratings in
 * Neo4j, and a {@link org.cartograph.load.LoadSummary}. Used by the command line and by the service; knows neither.
 */
@NullMarked
package org.cartograph.load;

import org.jspecify.annotations.NullMarked;
