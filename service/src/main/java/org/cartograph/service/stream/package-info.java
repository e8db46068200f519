/**
 * How do orders, products and events of a shop that keeps them in Kafka come in? Off unless {@code cartograph.kafka.enabled}.
 *
 * <p>In come records that hold what the endpoints take over HTTP, out go the same items through the same {@link
 * org.cartograph.service.writing.Intake}. A record counts as read only once its items are committed, so none is lost and a
 * repeated one changes nothing; what can never be written goes to a dead-letter topic with its reason. Nothing depends on
 * this package.
 */
@NullMarked
package org.cartograph.service.stream;

import org.jspecify.annotations.NullMarked;
