package org.cartograph.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds sets of products that are together in many orders, by growing each frequent set in the orders that hold it.
 *
 * <p>A set can only be frequent when all its parts are (the Apriori property: Agrawal and Srikant, "Fast algorithms for
 * mining association rules", VLDB 1994), and what can be added to it is counted in what follows it in its own orders
 * (Pei et al., "H-Mine: hyper-structure mining of frequent patterns in large databases", ICDM 2001).
 *
 * <p>Small shops are counted completely. In large ones the least number of orders rises (Han et al., "Mining top-k
 * frequent closed patterns without minimum support", ICDM 2002), so that at most {@link #MOST_FOUND} sets are kept and
 * few more than {@link #MOST_COUNTED} are counted; those that count least orders are given up first, all of one number
 * together.
 */
final class ItemsetMiner {
    /** Sets that are kept to choose from. */
    static final int MOST_FOUND = 100_000;
    /** Sets that are counted, wanted or not: a matter of seconds. */
    static final int MOST_COUNTED = 1_000_000;

    private final ItemsetOrders orders;
    private final int[] anchor;
    private final int mostProducts;
    private final Predicate<Itemset> wanted;
    private final Runnable check;
    private final FrequencyFloor floorOfCounted;
    private final FrequencyFloor floorOfFound;
    private final List<Followers.Counter> counters;
    private final int[] prefix;
    private List<Itemset> found = new ArrayList<>();

    /**
     * A search.
     *
     * @param anchor the product that all these orders hold and every set has, or none
     * @param fewest least number of orders of a set
     * @param mostProducts most products in a set
     * @param wanted which sets to keep
     * @param check throws when the caller wants no result any more
     */
    ItemsetMiner(
            ItemsetOrders orders,
            int[] anchor,
            int fewest,
            int mostProducts,
            Predicate<Itemset> wanted,
            Runnable check) {
        this.orders = orders;
        this.anchor = anchor;
        this.mostProducts = mostProducts - anchor.length;
        this.wanted = wanted;
        this.check = check;
        int all = orders.begins().length;
        this.floorOfCounted = new FrequencyFloor(fewest, all, MOST_COUNTED);
        this.floorOfFound = new FrequencyFloor(fewest, all, MOST_FOUND);
        this.counters = Stream.generate(() -> new Followers.Counter(orders))
                .limit(this.mostProducts)
                .toList();
        this.prefix = new int[this.mostProducts];
    }

    /** The sets, in no particular order. */
    List<Itemset> all() {
        grow(0, orders.begins());
        return frequent();
    }

    private int floor() {
        return Math.max(floorOfCounted.orders(), floorOfFound.orders());
    }

    private List<Itemset> frequent() {
        return found.stream().filter(set -> set.orders() >= floor()).toList();
    }

    /** Adds each product to the prefix that is frequent in what follows it; the places are where that begins. */
    private void grow(int depth, int[] places) {
        check.run();
        boolean deeper = depth + 1 < mostProducts;
        Followers followers = counters.get(depth).count(places, floor(), deeper);
        // The most frequent first, so that the floor rises early.
        for (int at = 0; at < followers.ranks().length; at++) {
            if (followers.counts()[at] >= floor()) {
                prefix[depth] = followers.ranks()[at];
                offer(depth + 1, followers.counts()[at]);
                if (deeper) {
                    grow(depth + 1, followers.behind(at));
                }
            }
        }
    }

    private void offer(int size, int count) {
        if (size + anchor.length < 2) {
            return;
        }
        floorOfCounted.count(count);
        int[] products = IntStream.concat(
                        Arrays.stream(anchor), Arrays.stream(prefix, 0, size).map(rank -> orders.products()[rank]))
                .sorted()
                .toArray();
        Itemset set = new Itemset(products, count);
        if (count >= floor() && wanted.test(set)) {
            floorOfFound.count(count);
            found.add(set);
            if (found.size() > 2 * MOST_FOUND) {
                found = new ArrayList<>(frequent());
            }
        }
    }
}
