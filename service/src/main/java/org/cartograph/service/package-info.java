/**
 * How does a storefront get its recommendations? Over HTTP, from here: {@code recommendation} answers, {@code database}
 * asks Neo4j within a budget, {@code fallback} stands in when Neo4j cannot, {@code demo} brings a shop to try it with, and
 * {@code security} lets in who may ask.
 *
 * <p>In come HTTP requests, out go JSON answers and RFC 9457 problems. The graph is reached by Cypher and procedure
 * names alone. Nothing depends on this package; between the packages below it dependencies run one way:
 * {@code demo → fallback, warmup → recommendation → database → problem}, and {@code startup} and {@code trace} stand below
 * all.
 */
@NullMarked
package org.cartograph.service;

import org.jspecify.annotations.NullMarked;
