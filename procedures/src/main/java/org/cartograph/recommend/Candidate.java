package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.graph.Family;

/** A product that may be offered, with everything that speaks for it. */
final class Candidate {
    private final long product;
    private final List<Evidence> evidence = new ArrayList<>(4);
    private double score;

    Candidate(long product) {
        this.product = product;
    }

    /**
     * One edge from an anchor.
     *
     * @param anchor where it starts
     * @param count orders or customers behind it
     * @param share what it adds to the candidate's score
     */
    record Evidence(long anchor, Family family, long count, double share) {}

    void add(Evidence edge) {
        evidence.add(edge);
        score += edge.share();
    }

    long product() {
        return product;
    }

    double score() {
        return score;
    }

    /** The evidence, strongest first. */
    List<Evidence> evidence() {
        return evidence.stream()
                .sorted((a, b) -> Double.compare(b.share(), a.share()))
                .toList();
    }
}
