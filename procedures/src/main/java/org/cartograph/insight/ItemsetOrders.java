package org.cartograph.insight;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cartograph.facts.Ints;

/**
 * Orders cut to the products that may be in a set, which are ranked by how many of the orders hold them (0 = most).
 *
 * <p>Each order lists its ranks from the rarest product to the most frequent and ends with {@link #END}, so that what
 * follows a product in an order are the more frequent ones.
 *
 * @param products the product of each rank
 * @param begins where each order begins in the lines
 * @param lines ranks
 */
record ItemsetOrders(int[] products, int[] begins, int[] lines) {
    static final int END = -1;

    /**
     * Ranks and cuts.
     *
     * @param anchor a product that every order must hold and that stands in no line, or {@link Rule#NONE}
     * @param allowed products that may be in a set
     * @param fewest orders below which a product is in no set
     */
    static ItemsetOrders of(Orders orders, int anchor, BitSet allowed, int fewest) {
        int[] chosen = anchor == Rule.NONE
                ? IntStream.range(0, orders.count()).toArray()
                : IntStream.range(0, orders.ordersOf(anchor))
                        .map(number -> orders.orderOf(anchor, number))
                        .toArray();
        int[] frequency = new int[orders.productCount()];
        for (int order : chosen) {
            for (int at = orders.start(order); at < orders.end(order); at++) {
                frequency[orders.productAt(at)]++;
            }
        }
        int[] products = allowed.stream()
                .filter(product -> product != anchor && frequency[product] >= fewest)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(product -> -frequency[product])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[orders.productCount()];
        Arrays.fill(ranks, END);
        for (int rank = 0; rank < products.length; rank++) {
            ranks[products[rank]] = rank;
        }
        return cut(orders, chosen, products, ranks);
    }

    private static ItemsetOrders cut(Orders orders, int[] chosen, int[] products, int[] ranks) {
        int[] begins = new int[chosen.length];
        Ints lines = new Ints();
        for (int number = 0; number < chosen.length; number++) {
            begins[number] = lines.size();
            IntStream.range(orders.start(chosen[number]), orders.end(chosen[number]))
                    .map(at -> -ranks[orders.productAt(at)])
                    .filter(negated -> negated <= 0)
                    .sorted()
                    .forEach(negated -> lines.add(-negated));
            lines.add(END);
        }
        return new ItemsetOrders(products, begins, lines.toArray());
    }
}
