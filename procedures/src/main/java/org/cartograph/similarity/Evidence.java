package org.cartograph.similarity;

/**
 * The measures of an association rule i → j that people read: support, confidence, lift and conviction.
 *
 * <p>They are evidence for people, not a ranking. Source: Agrawal, Imieliński and Swami,
 * "Mining association rules between sets of items in large databases", SIGMOD 1993; lift: Brin, Motwani, Ullman and
 * Tsur, "Dynamic itemset counting and implication rules for market basket data", SIGMOD 1997.
 */
public final class Evidence {
    private Evidence() {}

    /** Share of all baskets that hold both: {@code n_ij / N}, 0 to 1. */
    public static double support(long both, long all) {
        return (double) both / all;
    }

    /** Share of the baskets with i that also hold j: {@code n_ij / n_i}, 0 to 1. */
    public static double confidence(long both, long source) {
        return (double) both / source;
    }

    /** How many times more often together than chance would have it: {@code n_ij · N / (n_i · n_j)}; 1 is chance. */
    public static double lift(long both, long source, long target, long all) {
        return (double) both * all / ((double) source * target);
    }

    /**
     * How many times more often the rule would be broken by chance than it is: {@code (1 − n_j / N) / (1 − n_ij / n_i)};
     * 1 is chance, infinite when it is never broken. Source: the same as lift.
     */
    public static double conviction(long both, long source, long target, long all) {
        return both == source ? Double.POSITIVE_INFINITY : (1 - support(target, all)) / (1 - confidence(both, source));
    }
}
