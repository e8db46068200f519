package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A candidate that may be offered, on its way through the stages that change its score. */
final class Contender implements Comparable<Contender> {
    private final long product;
    private final double blend;
    private final List<Change> changes = new ArrayList<>(2);
    private double score;

    Contender(long product, double blend) {
        this.product = product;
        this.blend = blend;
        this.score = blend;
    }

    /**
     * What a stage did to the score.
     *
     * @param stage its name
     * @param rule the merchandiser's rule that acted, or null
     * @param adds what the score became greater by; below zero when it became less
     */
    record Change(String stage, @Nullable String rule, double factor, double adds) {}

    long product() {
        return product;
    }

    /** The blend of its sources. */
    double blend() {
        return blend;
    }

    double score() {
        return score;
    }

    List<Change> changes() {
        return changes;
    }

    /** Multiplies the score. */
    void multiply(String stage, @Nullable String rule, double factor) {
        if (factor != 1) {
            changes.add(new Change(stage, rule, factor, score * factor - score));
            score *= factor;
        }
    }

    /** Remembers a rule that gave it its place and left its score alone. */
    void note(String stage, String rule) {
        changes.add(new Change(stage, rule, 1, 0));
    }

    /** The best first; ties by the older product. */
    @Override
    public int compareTo(Contender other) {
        int byScore = Double.compare(other.score, score);
        return byScore == 0 ? Long.compare(product, other.product) : byScore;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contender contender && contender.product == product && contender.score == score;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(product);
    }
}
