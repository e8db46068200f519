package org.cartograph.service.recommendation;

import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * Why a page offers a product, or why not?
 *
 * @param request   what the page asks for; with the same {@code seed}, or without exploring, it explains the same answer
 * @param productId the product in question
 */
record ExplanationRequest(RecommendationRequest request, String productId) {

    ExplanationRequest(@Nullable RecommendationRequest request, @Nullable String productId) {
        if (request == null) {
            throw new InvalidRequest("`request` must be given, but was missing.");
        }
        this.request = request;
        this.productId = Check.required("productId", productId);
    }
}
