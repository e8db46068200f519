package org.cartograph.service.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.jspecify.annotations.Nullable;

/** Answers without the database, from what it last said. */
public interface LastResort {

    /**
     * Placements for a request, none of them empty.
     *
     * @return empty before there is anything to answer from
     * @throws org.cartograph.service.problem.InvalidRequest for a context or placement that is not known
     */
    Optional<Offer> offer(RecommendationRequest request);

    /** Items that a box of a page holds when a request does not say; 0 where that is not known. */
    default int size(String context, String placement) {
        return 0;
    }

    /** The placements, and when the model behind them was built. */
    record Offer(@Nullable Instant modelBuiltAt, List<Placement> placements) {}
}
