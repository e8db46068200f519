package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Steps 2 and 4: which products do a placement's sources lead to, and how well do they fit?
 *
 * <p>A source's score for a product is {@code Σ_anchors weight · w(anchor → product)}; sources are brought to the same
 * scale by their best product and blended by their recipe's weights.
 */
final class Candidates {
    private final List<Part> parts;
    private final PriorityQueue<Candidate> ranked;

    /** What one source says, and what its scores are multiplied with in the blend. */
    private record Part(Lead.Leads leads, double factor) {}

    private Candidates(List<Part> parts, PriorityQueue<Candidate> ranked) {
        this.parts = parts;
        this.ranked = ranked;
    }

    /** The candidates of a placement. */
    static Candidates of(Shop shop, Placement placement, Anchors anchors) {
        List<Part> parts = new ArrayList<>(placement.sources().size());
        ProductScores blended = new ProductScores();
        for (Source source : placement.sources()) {
            double weight = source.weightAt(anchors.orders());
            if (weight > 0) {
                Lead.Leads leads = Lead.of(shop, source.signal(), placement, anchors);
                ProductScores scores = leads.scores();
                double best = scores.best();
                if (best > 0) {
                    scores.addTo(blended, weight / best);
                    parts.add(new Part(leads, weight / best));
                }
            }
        }
        // A heap, because a box needs the best few of a thousand.
        PriorityQueue<Candidate> ranked = new PriorityQueue<>(List.of(blended.candidates()));
        return new Candidates(parts, ranked);
    }

    /** The best candidate that was not given yet; null when there is none. */
    @Nullable
    Candidate next() {
        return ranked.poll();
    }

    /** What speaks for a candidate, strongest first. */
    List<Candidate.Evidence> evidence(long product) {
        List<Candidate.Evidence> evidence = new ArrayList<>();
        for (Part part : parts) {
            part.leads().addEvidence(product, part.factor(), evidence);
        }
        evidence.sort(Comparator.comparingDouble(Candidate.Evidence::share).reversed());
        return evidence;
    }
}
