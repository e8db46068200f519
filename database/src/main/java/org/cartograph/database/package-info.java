/**
 * How does a shop without a Neo4j of its own get one? With this: a real Neo4j Community server as a JVM of its own,
 * whose data, plugins, logs and password live in one directory, the home.
 *
 * <p>In: the arguments of {@link org.cartograph.database.CartographDatabase}. Out: Bolt, HTTP and Neo4j Browser, one
 * {@code READY} line on standard output, and an exit code. Nobody may depend on this package: others start the jar
 * and speak Bolt to it, because the server's libraries do not go together with theirs.
 */
@NullMarked
package org.cartograph.database;

import org.jspecify.annotations.NullMarked;
