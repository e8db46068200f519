package org.cartograph.similarity;

import java.util.Arrays;
import java.util.List;

/**
 * Ridge regression of one product on its nearest co-bought products.
 *
 * <p>For product j, S are its m nearest by cosine on the weighted Gram matrix {@code G = Xᵀ D^−α X} (D: basket sizes);
 * the weights solve {@code (G_SS + λI) w = G_Sj}, and the positive ones become edges S → j. Sources: Steck,
 * "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019, restricted to a neighbourhood as in Ning and Karypis,
 * "SLIM: Sparse Linear Methods for Top-N Recommender Systems", ICDM 2011.
 *
 * <p>Cost of one system: the baskets of S once, and m³/6 multiplications. One instance per thread.
 */
final class LocalRidge {
    private final SameBasket pairs;
    private final Baskets baskets;
    private final Weighting weighting;
    private final float[] diagonal;
    private final double[] norm;
    private final TopK nearest;
    private final double[] matrix;
    // The members of S in each basket, as linked lists: `first` by basket, `next` and `member` by entry.
    private final int[] first;
    private int[] next = new int[1024];
    private int[] member = new int[1024];

    /** @param diagonal {@link #diagonal(SameBasket)}, shared by all threads */
    LocalRidge(SameBasket pairs, Weighting weighting, float[] diagonal) {
        this.pairs = pairs;
        this.baskets = pairs.baskets();
        this.weighting = weighting;
        this.diagonal = diagonal;
        this.norm = new double[diagonal.length];
        for (int product = 0; product < norm.length; product++) {
            norm[product] = Math.sqrt(diagonal[product]);
        }
        int m = weighting.ridgeNeighbours();
        this.nearest = new TopK(m);
        this.matrix = new double[m * m];
        this.first = new int[baskets.count()];
        Arrays.fill(first, -1);
    }

    /** G_jj of every product: what its own baskets weigh. */
    static float[] diagonal(SameBasket pairs) {
        Baskets baskets = pairs.baskets();
        double[] sums = new double[baskets.products()];
        // Basket after basket, because that is how the memory lies; each product still adds its baskets up in their
        // order.
        for (int basket = 0; basket < baskets.count(); basket++) {
            float weight = pairs.gramWeight(basket);
            int end = baskets.basketStart(basket + 1);
            for (int at = baskets.basketStart(basket); at < end; at++) {
                sums[baskets.basketProducts()[at]] += weight;
            }
        }
        float[] diagonal = new float[sums.length];
        for (int product = 0; product < diagonal.length; product++) {
            diagonal[product] = (float) sums[product];
        }
        return diagonal;
    }

    /**
     * What a product's system is about.
     *
     * @param products S, ascending
     * @param gram {@code G_Sj}
     */
    record Nearest(int[] products, double[] gram) {}

    /** The nearest of a product whose pairs are in the tally. */
    Nearest nearest(int product, Tally tally) {
        for (int at = 0; at < tally.size; at++) {
            int other = tally.touched[at];
            if (other != product) {
                nearest.offer(other, tally.gram[other] / norm[other]);
            }
        }
        int[] sources = nearest.take().numbers();
        Arrays.sort(sources);
        double[] gram = new double[sources.length];
        for (int row = 0; row < sources.length; row++) {
            gram[row] = tally.gram[sources[row]];
        }
        return new Nearest(sources, gram);
    }

    /** Solves the system of a product whose pairs are in the tally. */
    Incoming solve(int product, Tally tally) {
        Nearest system = nearest(product, tally);
        gather(system.products(), matrix);
        return solve(system);
    }

    /**
     * Solves several systems whose products all stand in {@code union}, ascending: their baskets are walked once for all
     * of them, which is what a system costs.
     */
    Incoming[] solve(List<Nearest> systems, int[] union) {
        int width = union.length;
        double[] shared = new double[width * width];
        gather(union, shared);
        Incoming[] solved = new Incoming[systems.size()];
        for (int at = 0; at < solved.length; at++) {
            int[] sources = systems.get(at).products();
            int m = sources.length;
            int[] place = new int[m];
            for (int row = 0; row < m; row++) {
                place[row] = Arrays.binarySearch(union, sources[row]);
                for (int column = 0; column <= row; column++) {
                    matrix[row * m + column] = shared[place[row] * width + place[column]];
                }
            }
            solved[at] = solve(systems.get(at));
        }
        return solved;
    }

    /** Solves a system whose matrix is gathered. */
    private Incoming solve(Nearest system) {
        if (system.products().length == 0) {
            return Incoming.NONE;
        }
        double[] weights = system.gram().clone();
        Cholesky.solve(matrix, weights, weights.length);
        return positive(system.products(), weights);
    }

    /** The lower triangle of {@code G_SS + λI}, row after row, into a matrix that is large enough. */
    private void gather(int[] sources, double[] into) {
        int m = sources.length;
        Arrays.fill(into, 0, m * m, 0);
        int entries = 0;
        for (int row = 0; row < m; row++) {
            int end = baskets.productStart(sources[row] + 1);
            ensure(entries + end - baskets.productStart(sources[row]));
            for (int at = baskets.productStart(sources[row]); at < end; at++) {
                int basket = baskets.productBaskets()[at];
                float weight = pairs.gramWeight(basket);
                for (int entry = first[basket]; entry >= 0; entry = next[entry]) {
                    into[row * m + member[entry]] += weight;
                }
                next[entries] = first[basket];
                member[entries] = row;
                first[basket] = entries++;
            }
            into[row * m + row] = diagonal[sources[row]] + weighting.lambda();
        }
        for (int source : sources) {
            for (int at = baskets.productStart(source); at < baskets.productStart(source + 1); at++) {
                first[baskets.productBaskets()[at]] = -1;
            }
        }
    }

    private void ensure(int entries) {
        if (entries > next.length) {
            int length = Math.max(entries, 2 * next.length);
            next = Arrays.copyOf(next, length);
            member = Arrays.copyOf(member, length);
        }
    }

    private static Incoming positive(int[] sources, double[] weights) {
        int kept = 0;
        int[] positiveSources = new int[sources.length];
        float[] positiveWeights = new float[sources.length];
        for (int row = 0; row < sources.length; row++) {
            if (weights[row] > 0) {
                positiveSources[kept] = sources[row];
                positiveWeights[kept++] = (float) weights[row];
            }
        }
        return new Incoming(Arrays.copyOf(positiveSources, kept), Arrays.copyOf(positiveWeights, kept));
    }
}
