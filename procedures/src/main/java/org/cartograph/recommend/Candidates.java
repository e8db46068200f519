package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.placement.Signal;
import org.cartograph.placement.Source;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * Steps 2 and 4: which products do a placement's sources lead to, and how well do they fit?
 *
 * <p>A source's score for a product is {@code trend^e · Σ_anchors weight · w(anchor → product)}; sources are brought to
 * the same scale by their best product and blended by their recipe's weights. New products come in by
 * {@link NewProducts}, on the scale of the placement's main source.
 */
final class Candidates {
    private static final int EXPECTED = 1_000;

    private final List<Part> parts = new ArrayList<>();
    private final ProductScores blended = new ProductScores(EXPECTED);
    private PriorityQueue<Candidate> ranked = new PriorityQueue<>();

    /** What one source says, its scores, and what they are multiplied with in the blend. */
    private record Part(Leads leads, ProductScores scores, double factor) {}

    private Candidates() {}

    /** The candidates of a placement. */
    static Candidates of(Shop shop, RecommendSettings settings, Placement placement, Anchors anchors, String context) {
        LeadFinder finder = new LeadFinder(shop, anchors, context);
        Candidates candidates = new Candidates();
        ProductScores main = new ProductScores(0);
        double mainFactor = 1;
        Source mainSource = null;
        for (Source source : placement.sources()) {
            double weight = source.weightAt(anchors.orders());
            if (weight > 0 && source.signal() != Signal.NEW_PRODUCTS) {
                Leads found = finder.of(source.signal(), placement);
                ProductScores scores = found.scores();
                withTrend(shop, source, scores);
                double best = scores.best();
                if (best > 0) {
                    candidates.add(found, scores, weight / best);
                    if (mainSource == null && source.signal().family() == placement.family()) {
                        mainSource = source;
                        main = scores;
                        mainFactor = weight / best;
                    }
                }
            }
        }
        for (Source source : placement.sources()) {
            double factor = source.weightAt(anchors.orders());
            if (factor > 0 && source.signal() == Signal.NEW_PRODUCTS) {
                Leads found = finder.of(source.signal(), placement);
                double prior = mainSource == null ? 1 : typicalPrior(shop, mainSource, main);
                ProductScores scores =
                        NewProducts.calibrated(found.scores(), main, prior, factor, settings.newProductsPower());
                candidates.add(found, scores, mainFactor);
            }
        }
        // A heap, because a box needs the best few of a thousand.
        candidates.ranked = new PriorityQueue<>(List.of(candidates.blended.candidates()));
        return candidates;
    }

    private void add(Leads found, ProductScores scores, double factor) {
        scores.addTo(blended, factor);
        parts.add(new Part(found, scores, factor));
    }

    private static void withTrend(Shop shop, Source source, ProductScores scores) {
        if (source.trend() > 0) {
            scores.multiply(product -> Math.pow(shop.trend(product), source.trend()));
        }
    }

    /** The mean prior of the main source's best. */
    private static double typicalPrior(Shop shop, Source source, ProductScores main) {
        if (source.trend() == 0) {
            return 1;
        }
        double line = main.nthBest(NewProducts.TENTH);
        double sum = 0;
        int count = 0;
        for (Candidate candidate : main.candidates()) {
            if (candidate.score() >= line) {
                sum += Math.pow(shop.trend(candidate.product()), source.trend());
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /** The best candidate that was not given yet; null when there is none. */
    @Nullable
    Candidate next() {
        return ranked.poll();
    }

    /** The blend of a product's sources, 0 when none leads to it. */
    double score(long product) {
        return blended.of(product);
    }

    /** Whether nothing but these signals speaks for a candidate. */
    boolean broughtOnlyBy(Set<Signal> signals, long product) {
        for (Part part : parts) {
            if (part.scores().of(product) > 0 && !signals.contains(part.leads().signal())) {
                return false;
            }
        }
        return true;
    }

    /** What speaks for a candidate, strongest first. */
    List<Candidate.Evidence> evidence(long product) {
        List<Candidate.Evidence> evidence = new ArrayList<>();
        for (Part part : parts) {
            part.leads().addEvidence(product, part.factor() * part.scores().of(product), evidence);
        }
        evidence.sort(Comparator.comparingDouble(Candidate.Evidence::share).reversed());
        return evidence;
    }
}
