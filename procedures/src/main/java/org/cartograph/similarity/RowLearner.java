package org.cartograph.similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns the two parts of the rows of one kind of edge, product by product; {@link RowMerge} sums them.
 *
 * <p>{@code w(i→j) = ridge(i→j) + γ · walk(i→j)}. The walk is P3α with popularity penalty,
 * {@code walk(i→j) ∝ Σ_u d_u^−α · n_j^−β} (Cooper et al., "Random walks in recommender systems", WWW 2014; Paudel et al.,
 * "Updatable, accurate, diverse, and scalable recommendations for interactive applications", TiiS 2017), the ridge is
 * {@link LocalRidge}. A ridge system gives the weights that come in at j, a row those that go out of i; so a row asks
 * the systems of its best walk targets. A build solves each system once and keeps it, a refresh solves those few.
 *
 * <p>One instance per thread; the facts behind it are shared and not changed.
 */
public final class RowLearner {
    /** Products whose pairs are gathered at once: a matrix of 5 MB. */
    private static final int WIDEST = 800;

    private final CoPurchases pairs;
    private final Weighting weighting;
    private final SharedSums sums;
    private final Tally tally;
    private final TopK best;
    private final @Nullable LocalRidge ridge;

    /** A learner over shared facts; {@code sums} is {@link SharedSums#of} the same pairs and weighting. */
    public RowLearner(CoPurchases pairs, Weighting weighting, SharedSums sums) {
        this.pairs = pairs;
        this.weighting = weighting;
        this.sums = sums;
        this.tally = new Tally(pairs.baskets().products());
        this.best = new TopK(weighting.candidates());
        this.ridge = pairs instanceof SameBasket same && weighting.ridgeNeighbours() > 0
                ? new LocalRidge(same, weighting, sums.diagonal())
                : null;
    }

    /** The walk's candidates for a product and, where there is a ridge part, the product's own system. */
    public Learned learn(int product) {
        pairs.count(product, tally);
        WalkRow walk = walk(product);
        long before = System.nanoTime();
        Incoming incoming = ridge == null ? Incoming.NONE : ridge.solve(product, tally);
        long ridgeNanos = System.nanoTime() - before;
        tally.clear();
        return new Learned(walk, incoming, ridgeNanos);
    }

    /** The walk's candidates alone. */
    public WalkRow walkOf(int product) {
        pairs.count(product, tally);
        WalkRow walk = walk(product);
        tally.clear();
        return walk;
    }

    /**
     * The systems of several products: the same as {@link #learn} would give for each, much faster when they have
     * neighbours in common.
     */
    public Map<Integer, Incoming> systems(int[] products) {
        Map<Integer, Incoming> systems = new HashMap<>();
        if (ridge == null) {
            return systems;
        }
        List<Integer> solvedNext = new ArrayList<>();
        List<LocalRidge.Nearest> waiting = new ArrayList<>();
        Set<Integer> union = new HashSet<>();
        for (int product : products) {
            pairs.count(product, tally);
            LocalRidge.Nearest nearest = ridge.nearest(product, tally);
            tally.clear();
            if (union.size() + nearest.products().length > WIDEST) {
                solve(ridge, solvedNext, waiting, union, systems);
            }
            solvedNext.add(product);
            waiting.add(nearest);
            for (int source : nearest.products()) {
                union.add(source);
            }
        }
        solve(ridge, solvedNext, waiting, union, systems);
        return systems;
    }

    private static void solve(
            LocalRidge ridge,
            List<Integer> products,
            List<LocalRidge.Nearest> waiting,
            Set<Integer> union,
            Map<Integer, Incoming> systems) {
        Incoming[] solved = ridge.solve(
                waiting, union.stream().mapToInt(source -> source).sorted().toArray());
        for (int at = 0; at < solved.length; at++) {
            systems.put(products.get(at), solved[at]);
        }
        products.clear();
        waiting.clear();
        union.clear();
    }

    /**
     * Both parts of one product.
     *
     * @param walk where its walk leads
     * @param incoming which weights come in at it
     * @param ridgeNanos what the ridge system cost, because it is reported apart
     */
    public record Learned(WalkRow walk, Incoming incoming, long ridgeNanos) {}

    private WalkRow walk(int product) {
        for (int at = 0; at < tally.size; at++) {
            int other = tally.touched[at];
            if (other != product) {
                best.offer(other, (double) tally.walk[other] * sums.penalty()[other]);
            }
        }
        TopK.Selection selection = best.take();
        int size = selection.numbers().length;
        double sum = 0;
        for (int at = 0; at < Math.min(size, weighting.neighbours()); at++) {
            sum += selection.scores()[at];
        }
        float[] scores = new float[size];
        int[] counts = new int[size];
        for (int at = 0; at < size; at++) {
            scores[at] = (float) (selection.scores()[at] / sum);
            counts[at] = tally.count[selection.numbers()[at]];
        }
        return new WalkRow(selection.numbers(), scores, counts);
    }
}
