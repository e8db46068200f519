package org.cartograph.procedure;

import org.cartograph.experiment.Exposures;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** What became of one exposure. */
public record ExposureRow(
        @Description("Its place in the list, from 0") long index,
        @Description("accepted, duplicate or rejected") String status,

        @Description("Why it was rejected, null unless it was") @Nullable
        String reason) {

    static ExposureRow of(Exposures.Outcome outcome) {
        return new ExposureRow(outcome.index(), outcome.status(), outcome.reason());
    }
}
