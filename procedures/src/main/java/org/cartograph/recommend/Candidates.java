package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.Neighbour;

/**
 * Steps 2 and 4: which products do the sources lead to, and how well do they fit?
 *
 * <p>A source's score for a product is {@code Σ_anchors weight · w(anchor → product)}; sources are brought to the same
 * scale by their best product and blended by their recipe's weights.
 */
final class Candidates {
    private final Shop shop;

    Candidates(Shop shop) {
        this.shop = shop;
    }

    private record Edge(long anchor, Neighbour neighbour, double weighted) {}

    /** Every candidate, best first; ties by the older product. */
    List<Candidate> of(List<Anchor> anchors, List<Source> sources) {
        Map<Long, Candidate> candidates = new HashMap<>();
        for (Source source : sources) {
            List<Edge> edges = edges(anchors, source);
            double best = bestSum(edges);
            for (Edge edge : edges) {
                candidates
                        .computeIfAbsent(edge.neighbour().product(), Candidate::new)
                        .add(new Candidate.Evidence(
                                edge.anchor(),
                                source.family(),
                                edge.neighbour().count(),
                                source.weight() * edge.weighted() / best));
            }
        }
        List<Candidate> ranked = new ArrayList<>(candidates.values());
        ranked.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingLong(Candidate::product));
        return ranked;
    }

    private List<Edge> edges(List<Anchor> anchors, Source source) {
        List<Edge> edges = new ArrayList<>();
        for (Anchor anchor : anchors) {
            for (Neighbour neighbour : shop.neighbours(anchor.product(), source.family())) {
                edges.add(new Edge(anchor.product(), neighbour, anchor.weight() * neighbour.score()));
            }
        }
        return edges;
    }

    private static double bestSum(List<Edge> edges) {
        Map<Long, Double> sums = new HashMap<>();
        double best = 0;
        for (Edge edge : edges) {
            best = Math.max(best, sums.merge(edge.neighbour().product(), edge.weighted(), Double::sum));
        }
        return best;
    }
}
