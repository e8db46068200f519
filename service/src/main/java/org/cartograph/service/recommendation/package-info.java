/**
 * What should this page offer this customer now? The endpoint, its request and its answer, and the one decision between
 * them: the database's answer when it comes within the budget, else the last resort's, marked {@code degraded}.
 *
 * <p>In come HTTP requests, out go answers in the shape of {@link
 * org.cartograph.service.recommendation.RecommendationAnswer}. The {@code fallback} package implements {@link
 * org.cartograph.service.recommendation.LastResort} and may depend on this package, as may {@code demo}.
 */
@NullMarked
package org.cartograph.service.recommendation;

import org.jspecify.annotations.NullMarked;
