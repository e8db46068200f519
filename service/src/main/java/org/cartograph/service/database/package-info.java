/**
 * Is the shop's Neo4j there, and what does it say within this time? The driver, a bounded pool of questions, a
 * circuit breaker and a watchdog, so that neither a dead nor a frozen nor a slow database can hold a page or use up the
 * service.
 *
 * <p>In come Cypher, parameters and a time, out comes a result or {@link
 * org.cartograph.service.database.DatabaseAway}. Every package but {@code problem} and {@code startup} may depend on it.
 */
@NullMarked
package org.cartograph.service.database;

import org.jspecify.annotations.NullMarked;
