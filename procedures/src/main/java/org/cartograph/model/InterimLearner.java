package org.cartograph.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Family;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;

/** Interim. */
public final class InterimLearner {
    private InterimLearner() {}

    /** Learns. */
    public static Map<Family, Row[]> learn(Purchases purchases, BuildSettings settings, Workers workers) {
        FamilyLearner learner = new FamilyLearner(workers, new BuildProgress("evaluation", Instant.now()));
        Map<Family, Row[]> rows = new EnumMap<>(Family.class);
        for (Family family : settings.families()) {
            if (family != Family.SIMILAR && family != Family.ALSO_VIEWED) {
                rows.put(family, learner.learn(purchases, family, settings).rows());
            }
        }
        return rows;
    }
}
