package org.cartograph.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cartograph.facts.Facts;
import org.cartograph.graph.Family;
import org.cartograph.similarity.CoPurchases;
import org.cartograph.similarity.Incoming;
import org.cartograph.similarity.Row;
import org.cartograph.similarity.RowLearner;
import org.cartograph.similarity.RowMerge;
import org.cartograph.similarity.SharedSums;
import org.cartograph.similarity.WalkRow;
import org.cartograph.similarity.Weighting;

/**
 * Learns single rows of one family, as they are asked for: the same parts and sums as a build's, but of the ridge only
 * the systems of the row's own candidates, each once.
 */
final class FamilyRows {
    private final RowLearner learner;
    private final RowMerge merge;
    private final boolean ridge;
    private final Map<Integer, Incoming> systems = new HashMap<>();

    FamilyRows(Facts facts, Family family, BuildSettings settings) {
        Weighting weighting = settings.weighting(family);
        CoPurchases pairs = FamilyLearner.pairs(facts, family, settings);
        this.learner = new RowLearner(pairs, weighting, SharedSums.of(pairs, weighting));
        this.merge = new RowMerge(weighting);
        this.ridge = weighting.ridgeNeighbours() > 0;
    }

    /** The row that a build over the same facts would learn. */
    Row row(int product) {
        WalkRow walk = learner.walkOf(product);
        if (ridge) {
            systems.putAll(learner.systems(Arrays.stream(walk.products())
                    .filter(candidate -> !systems.containsKey(candidate))
                    .toArray()));
        }
        return merge.merge(product, walk, candidate -> systems.getOrDefault(candidate, Incoming.NONE));
    }
}
