/**
 * Whose key is this, and is it still good? Keys come from the configuration and from the graph; the service never asks the
 * database about one while somebody waits, it knows them all.
 *
 * <p>In comes what stands in the header, out goes an {@link org.cartograph.service.security.keys.ApiKey}. Keys are made,
 * listed and revoked at {@code /v1/keys}. Used by {@code limit} and {@code door}.
 */
@NullMarked
package org.cartograph.service.security.keys;

import org.jspecify.annotations.NullMarked;
