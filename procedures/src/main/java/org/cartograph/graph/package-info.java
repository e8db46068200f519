/**
 * How do our words map to nodes, relationships and properties?
 *
 * <p>In: a Neo4j transaction. Out: labels and types by name, neighbour rows, product facts, the ranked assortment. Only
 * the public Neo4j API; everything above reads and writes the graph with the words defined here, and this package knows
 * nothing of models or recommendations.
 */
@NullMarked
package org.cartograph.graph;

import org.jspecify.annotations.NullMarked;
