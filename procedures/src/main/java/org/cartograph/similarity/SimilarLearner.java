package org.cartograph.similarity;

import java.util.function.IntPredicate;

/** Finds the products that are most like one product: product → attribute → product. One instance per thread. */
public final class SimilarLearner {
    private final AttributeSimilarity similarity;
    private final Tally tally;
    private final TopK best;

    /** A learner that keeps the {@code most} best. */
    public SimilarLearner(AttributeSimilarity similarity, int most) {
        this.similarity = similarity;
        this.tally = new Tally(similarity.attributes.products());
        this.best = new TopK(most);
    }

    /** The row of a product; counts are attributes in common, those of ancestors included. */
    public Row row(int product) {
        similarity.count(product, tally);
        TopK.Selection selection = select(product, other -> true);
        int[] counts = new int[selection.numbers().length];
        for (int at = 0; at < counts.length; at++) {
            counts[at] = tally.count[selection.numbers()[at]];
        }
        tally.clear();
        return new Row(selection.numbers(), floats(selection.scores()), counts);
    }

    /** The most alike among the products that may be asked. */
    public LookAlikes nearest(int product, IntPredicate eligible) {
        similarity.count(product, tally);
        TopK.Selection selection = select(product, eligible);
        tally.clear();
        return new LookAlikes(selection.numbers(), floats(selection.scores()));
    }

    private TopK.Selection select(int product, IntPredicate eligible) {
        for (int at = 0; at < tally.size; at++) {
            int other = tally.touched[at];
            if (other != product && eligible.test(other)) {
                double score = similarity.score(product, other, tally);
                if (score > 0) {
                    best.offer(other, score);
                }
            }
        }
        return best.take();
    }

    private static float[] floats(double[] scores) {
        float[] floats = new float[scores.length];
        for (int at = 0; at < scores.length; at++) {
            floats[at] = (float) scores[at];
        }
        return floats;
    }
}
