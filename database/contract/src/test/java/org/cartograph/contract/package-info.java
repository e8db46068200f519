/**
 * Does the plugin do the same on every Neo4j it is made for? The same questions over Bolt to the embedded server, to the
 * official image, and to the newer line of Neo4j, each with the very jar that the build made.
 */
package org.cartograph.contract;
