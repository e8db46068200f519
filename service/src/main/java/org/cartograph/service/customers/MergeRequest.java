package org.cartograph.service.customers;

import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * A login.
 *
 * @param visitorId the anonymous visitor who the customer was until now
 */
record MergeRequest(String visitorId) {

    MergeRequest(@Nullable String visitorId) {
        if (visitorId == null) {
            throw new InvalidRequest("`visitorId` must be given, but was missing.");
        }
        this.visitorId = visitorId;
    }
}
