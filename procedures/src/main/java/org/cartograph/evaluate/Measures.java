package org.cartograph.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * What a ranking is worth, given what was bought.
 *
 * <p>With hits h_r ∈ {0, 1} at rank r and truth T: {@code HR@k = max h_r}, {@code MRR@k = 1/(first hit's rank)},
 * {@code NDCG@k = Σ h_r/log2(r+1) / Σ_{r ≤ min(k,|T|)} 1/log2(r+1)}, {@code Precision@k = Σ h_r / k}, {@code Recall@k =
 * Σ h_r / |T|}, sums over r ≤ k. All lie between 0 and 1.
 */
final class Measures {
    /** How deep the deepest measure looks, unless k is larger. */
    static final int DEEP = 50;

    private Measures() {}

    /** The names, in the order of the values. */
    static List<String> names(int k) {
        return List.of("HR@" + k, "HR@" + Math.max(k, DEEP), "MRR@" + k, "NDCG@" + k, "Precision@" + k, "Recall@" + k);
    }

    /** The values for one ranking. */
    static double[] of(long[] ranking, long[] truth, int k) {
        int hits = 0;
        int first = 0;
        double gain = 0;
        boolean deepHit = false;
        for (int rank = 1; rank <= Math.min(ranking.length, Math.max(k, DEEP)); rank++) {
            if (Arrays.binarySearch(truth, ranking[rank - 1]) < 0) {
                continue;
            }
            deepHit = true;
            if (rank <= k) {
                first = first == 0 ? rank : first;
                hits++;
                gain += 1 / log2(rank + 1.0);
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(k, truth.length); rank++) {
            ideal += 1 / log2(rank + 1.0);
        }
        return new double[] {
            hits > 0 ? 1 : 0,
            deepHit ? 1 : 0,
            first == 0 ? 0 : 1.0 / first,
            gain / ideal,
            (double) hits / k,
            (double) hits / truth.length
        };
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
