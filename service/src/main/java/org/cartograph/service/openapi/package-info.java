/**
 * How is this service called? Its description as OpenAPI, at {@code /openapi} and {@code /openapi.yaml}.
 *
 * <p>In come the endpoints and records as springdoc finds them, with their Javadoc; supplements beside this class add what
 * code cannot say, such as examples; out goes one document in an order that never changes.
 */
@NullMarked
package org.cartograph.service.openapi;

import org.jspecify.annotations.NullMarked;
