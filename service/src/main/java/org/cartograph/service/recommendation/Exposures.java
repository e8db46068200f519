package org.cartograph.service.recommendation;

import java.time.Instant;
import java.util.List;

/** Keeps who met which experiment, also where nothing is shown: a hold-out needs a number to divide by. */
public interface Exposures {

    /**
     * Takes note, soon; never waits and never fails.
     *
     * @param request who was asking
     */
    void note(List<Exposure> exposures, RecommendationRequest request, Instant at);
}
