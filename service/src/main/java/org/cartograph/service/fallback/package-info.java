/**
 * What can be offered while the database is away? What was popular when it was last seen: a snapshot, refreshed every
 * minute, kept on disk so that it survives a restart of the service, and an answer chosen from it.
 *
 * <p>In come rows of the plugin's own bestsellers, out go placements with {@code fallback: true} on every item. The
 * package implements {@link org.cartograph.service.recommendation.LastResort}; only {@code demo} may depend on it.
 */
@NullMarked
package org.cartograph.service.fallback;

import org.jspecify.annotations.NullMarked;
