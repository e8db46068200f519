package org.cartograph.similarity;

import java.util.function.IntFunction;

/** Makes finished rows of the parts that {@link RowLearner} learns. One instance per thread. */
public final class RowMerge {
    private final Weighting weighting;
    private final TopK kept;

    /** A merge with the weighting that the parts were learned with. */
    public RowMerge(Weighting weighting) {
        this.weighting = weighting;
        this.kept = new TopK(weighting.neighbours());
    }

    /**
     * Sums walk and ridge and keeps the K best.
     *
     * @param systems the ridge system of any product
     */
    public Row merge(int product, WalkRow walk, IntFunction<Incoming> systems) {
        for (int at = 0; at < walk.products().length; at++) {
            double score = weighting.gamma() * walk.scores()[at]
                    + systems.apply(walk.products()[at]).from(product);
            if (score > 0) {
                // Candidates are offered by their place in the walk: equal scores keep the walk's order.
                kept.offer(at, score);
            }
        }
        TopK.Selection selection = kept.take();
        int size = selection.numbers().length;
        Row row = new Row(new int[size], new float[size], new int[size]);
        for (int at = 0; at < size; at++) {
            int candidate = selection.numbers()[at];
            row.products()[at] = walk.products()[candidate];
            row.scores()[at] = (float) selection.scores()[at];
            row.counts()[at] = walk.counts()[candidate];
        }
        return row;
    }
}
