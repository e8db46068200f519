package org.cartograph.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as that is known.
 *
 * @param customerId the person, or null
 * @param visitorId the browser, or null
 * @param sessionId the visit, or null
 */
public record Visitor(
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable String sessionId) {
    /** What an experiment assigns, or null when it is not known. */
    @Nullable
    String unit(Experiment.Unit unit) {
        return switch (unit) {
            case CUSTOMER -> customerId == null ? visitorId : customerId;
            case SESSION -> sessionId;
        };
    }
}
