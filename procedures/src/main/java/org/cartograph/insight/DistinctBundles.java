package org.cartograph.insight;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sets say something of their own, when of one large set every part is bought together too.
 *
 * <p>A set is left out for one with a product more that keeps at least half of its orders (δ-tolerance closed sets, δ =
 * ½: Cheng, Ke and Ng, "δ-tolerance closed frequent itemsets", ICDM 2006), and a set that has two products in common
 * with a better one is a variant of it.
 */
final class DistinctBundles {
    private DistinctBundles() {}

    /** Drops what a larger set stands for. */
    static List<Itemset> whole(List<Itemset> sets) {
        Map<IntBuffer, Integer> orders = new HashMap<>();
        sets.forEach(set -> orders.put(IntBuffer.wrap(set.products()), set.orders()));
        Set<IntBuffer> covered = new HashSet<>();
        for (Itemset set : sets) {
            for (int place = 0; place < set.size() && set.size() > 2; place++) {
                IntBuffer part = IntBuffer.wrap(set.without(place));
                if (2 * set.orders() >= orders.getOrDefault(part, Integer.MAX_VALUE)) {
                    covered.add(part);
                }
            }
        }
        return sets.stream()
                .filter(set -> !covered.contains(IntBuffer.wrap(set.products())))
                .toList();
    }

    /** The first {@code limit} sets of which no two have two products in common; the sets come best first. */
    static List<Itemset> apart(List<Itemset> sets, int limit) {
        Set<IntBuffer> taken = new HashSet<>();
        return sets.stream()
                .filter(set -> pairs(set).stream().noneMatch(taken::contains) && taken.addAll(pairs(set)))
                .limit(limit)
                .toList();
    }

    private static Set<IntBuffer> pairs(Itemset set) {
        Set<IntBuffer> pairs = new HashSet<>();
        for (int one = 0; one < set.size(); one++) {
            for (int other = one + 1; other < set.size(); other++) {
                pairs.add(IntBuffer.wrap(new int[] {set.products()[one], set.products()[other]}));
            }
        }
        return pairs;
    }
}
