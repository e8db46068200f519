/**
 * What does Cartograph do? A shop to try it with: a Neo4j of its own as a child process, an invented shop loaded into
 * it, a model learned from it, and three example calls with their answers.
 *
 * <p>In comes {@code --demo}, out come a connected {@link org.cartograph.service.database.ShopDatabase} and a page of
 * text. Everything here exists in a demo only, and nothing depends on it.
 */
@NullMarked
package org.cartograph.service.demo;

import org.jspecify.annotations.NullMarked;
