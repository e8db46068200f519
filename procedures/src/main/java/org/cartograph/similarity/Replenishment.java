package org.cartograph.similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which products are bought again, and after how long: the share of customers with at least two orders of a product,
 * and the median gap between consecutive ones (Bhagat et al., Buy It Again: Modeling Repeat Purchase Recommendations,
 * KDD 2018).
 *
 * <p>A product that fewer than {@value #ENOUGH} customers bought again takes the figures of its category, all products
 * of it together; of several categories the one with the most such customers. A guest has one order only, and so counts
 * among those who did not come back. One pass over the purchases and, for the medians, a sort of the gaps.
 */
public final class Replenishment {
    /** A median of fewer says little. */
    private static final int ENOUGH = 5;

    private Replenishment() {}

    /**
     * How each product is bought again; {@link Repeats#NONE} where neither it nor a category tells.
     *
     * @param orders the products of each order
     * @param sequence customer and time of each order, in whose order orders are numbered
     * @param categories of each product, any numbers
     */
    public static Repeats[] of(Baskets orders, OrderSequence sequence, int[][] categories) {
        Gaps[] products = new Gaps[orders.products()];
        Map<Integer, Gaps> byCategory = new HashMap<>();
        for (int product = 0; product < products.length; product++) {
            products[product] = gaps(product, orders, sequence);
            for (int category : categories[product]) {
                byCategory.computeIfAbsent(category, key -> new Gaps()).addAll(products[product]);
            }
        }
        byCategory.values().forEach(Gaps::sort);
        Repeats[] repeats = new Repeats[products.length];
        for (int product = 0; product < products.length; product++) {
            Gaps told = products[product].tell() ? products[product] : best(categories[product], byCategory);
            repeats[product] = told.repeats();
        }
        return repeats;
    }

    private static Gaps best(int[] categories, Map<Integer, Gaps> byCategory) {
        Gaps best = new Gaps();
        for (int category : categories) {
            Gaps gaps = byCategory.get(category);
            if (gaps != null && gaps.repeaters > best.repeaters) {
                best = gaps;
            }
        }
        return best;
    }

    private static Gaps gaps(int product, Baskets orders, OrderSequence sequence) {
        Gaps gaps = new Gaps();
        int start = orders.productStart(product);
        boolean repeated = false;
        for (int at = start; at < orders.productStart(product + 1); at++) {
            int order = orders.productBaskets()[at];
            int before = at == start ? -1 : orders.productBaskets()[at - 1];
            if (before < 0 || sequence.customer()[before] != sequence.customer()[order]) {
                gaps.customers++;
                repeated = false;
                continue;
            }
            long seconds = sequence.time()[order] - sequence.time()[before];
            // Two orders placed at the same moment were one visit.
            if (seconds > 0) {
                gaps.add((int) Math.min(Integer.MAX_VALUE, seconds));
                gaps.repeaters += repeated ? 0 : 1;
                repeated = true;
            }
        }
        gaps.sort();
        return gaps;
    }

    /** What the orders of a product, or of several, add up to. */
    private static final class Gaps {
        private static final int[] NO_GAPS = {};
        private static final double SECONDS_A_DAY = 24 * 60 * 60;

        private int customers;
        private int repeaters;
        private int[] seconds = NO_GAPS;
        private int size;

        private void add(int gap) {
            reserve(1);
            seconds[size++] = gap;
        }

        private void addAll(Gaps other) {
            customers += other.customers;
            repeaters += other.repeaters;
            reserve(other.size);
            System.arraycopy(other.seconds, 0, seconds, size, other.size);
            size += other.size;
        }

        private void reserve(int more) {
            if (size + more > seconds.length) {
                seconds = Arrays.copyOf(seconds, Math.max(2 * seconds.length, size + more));
            }
        }

        private void sort() {
            Arrays.sort(seconds, 0, size);
        }

        private boolean tell() {
            return repeaters >= ENOUGH;
        }

        /** The figures; the gaps have to be sorted. */
        private Repeats repeats() {
            if (!tell()) {
                return Repeats.NONE;
            }
            double median = (seconds[(size - 1) / 2] + (double) seconds[size / 2]) / 2;
            return new Repeats((double) repeaters / customers, median / SECONDS_A_DAY);
        }
    }
}
