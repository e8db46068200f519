package org.cartograph.graph;

import java.util.Arrays;

/** The place of each of some nodes, by its number: a hash table without boxes, because an answer asks a thousand times. */
final class NodeTable {
    private static final long EMPTY = Long.MIN_VALUE;

    private final long[] nodes;
    private final int[] places;

    /** Numbers these nodes in their order. */
    NodeTable(long[] ordered) {
        int size = Integer.highestOneBit(Math.max(8, ordered.length)) << 2;
        this.nodes = new long[size];
        this.places = new int[size];
        Arrays.fill(nodes, EMPTY);
        for (int place = 0; place < ordered.length; place++) {
            int at = at(ordered[place]);
            nodes[at] = ordered[place];
            places[at] = place;
        }
    }

    /** The place of a node, −1 when it has none. */
    int of(long node) {
        int at = at(node);
        return nodes[at] == node ? places[at] : -1;
    }

    private int at(long node) {
        int mask = nodes.length - 1;
        int at = (int) ((node * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (nodes[at] != EMPTY && nodes[at] != node) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
