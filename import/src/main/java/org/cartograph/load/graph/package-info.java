/**
 * How is a fact written so that writing it again changes nothing?
 *
 * <p>In: facts as records, and a driver's session. Out: nodes and relationships, and counts of what was new. Each writer runs statements that stand in
 * {@code .cypher} files beside this package, one transaction a call or within a
 * transaction of the caller's, and may be called for a single order as for ten thousand. Used by the loader and by
 * whoever has facts at hand; knows nothing of files.
 */
@NullMarked
package org.cartograph.load.graph;

import org.jspecify.annotations.NullMarked;
