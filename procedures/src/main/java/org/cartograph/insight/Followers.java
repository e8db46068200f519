package org.cartograph.insight;

import java.util.Arrays;

/**
 * Which ranks follow the given places of {@link ItemsetOrders}, and in how many orders.
 *
 * @param ranks ascending, so that the most frequent product comes first
 * @param counts orders of each
 * @param start where the places of each rank begin in {@code behind}; empty when not asked for
 * @param behind the places right behind each rank
 */
record Followers(int[] ranks, int[] counts, int[] start, int[] behind) {
    private static final int[] NOTHING = {};

    /** Places right behind the rank number {@code at}. */
    int[] behind(int at) {
        return Arrays.copyOfRange(behind, start[at], start[at + 1]);
    }

    /** Counts; it is used again and again, because its arrays are as long as there are products. */
    static final class Counter {
        private final int[] lines;
        /** A count while counting, then one more than the rank's number among the frequent ones; else 0. */
        private final int[] slots;

        private final int[] touched;

        Counter(ItemsetOrders orders) {
            this.lines = orders.lines();
            this.slots = new int[orders.products().length];
            this.touched = new int[orders.products().length];
        }

        /** Ranks of at least {@code fewest} orders, with the places behind them where those are wanted. */
        Followers count(int[] places, int fewest, boolean withPlaces) {
            int size = count(places);
            int[] ranks = Arrays.stream(touched, 0, size)
                    .filter(rank -> slots[rank] >= fewest)
                    .sorted()
                    .toArray();
            int[] counts = Arrays.stream(ranks).map(rank -> slots[rank]).toArray();
            clear(size);
            return withPlaces ? withPlaces(places, ranks, counts) : new Followers(ranks, counts, NOTHING, NOTHING);
        }

        private int count(int[] places) {
            int size = 0;
            for (int place : places) {
                for (int at = place; lines[at] != ItemsetOrders.END; at++) {
                    if (slots[lines[at]]++ == 0) {
                        touched[size++] = lines[at];
                    }
                }
            }
            return size;
        }

        private void clear(int size) {
            for (int at = 0; at < size; at++) {
                slots[touched[at]] = 0;
            }
        }

        private Followers withPlaces(int[] places, int[] ranks, int[] counts) {
            int[] start = new int[ranks.length + 1];
            for (int at = 0; at < ranks.length; at++) {
                start[at + 1] = start[at] + counts[at];
                slots[ranks[at]] = at + 1;
            }
            int[] fill = start.clone();
            int[] behind = new int[start[ranks.length]];
            for (int place : places) {
                for (int at = place; lines[at] != ItemsetOrders.END; at++) {
                    int slot = slots[lines[at]];
                    if (slot > 0) {
                        behind[fill[slot - 1]++] = at + 1;
                    }
                }
            }
            for (int rank : ranks) {
                slots[rank] = 0;
            }
            return new Followers(ranks, counts, start, behind);
        }
    }
}
