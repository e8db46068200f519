package org.cartograph.load;

/**
 * How many rows each order of a file has: 12 bytes a place, up to 24 bytes an order, whatever the length of its id. Orders are told apart by a 64-bit
 * hash; should two ever share one, both are merely complete later.
 */
final class RowsPerOrder {

    private long[] hashes = new long[1 << 12];
    private int[] rows = new int[1 << 12];
    private int size;

    /** Counts one row. */
    void count(String orderId) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        long hash = hash(orderId);
        int place = place(hash);
        if (hashes[place] == 0) {
            hashes[place] = hash;
            size++;
        }
        rows[place]++;
    }

    /** Takes one row away; whether it was the last of its order. */
    boolean isLast(String orderId) {
        int place = place(hash(orderId));
        rows[place]--;
        return rows[place] == 0;
    }

    /** The number of orders. */
    int orders() {
        return size;
    }

    private int place(long hash) {
        int place = (int) (hash >>> 32) & (hashes.length - 1);
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & (hashes.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldRows = rows;
        hashes = new long[oldHashes.length * 2];
        rows = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                rows[place] = oldRows[i];
            }
        }
    }

    /** FNV-1a over the characters, finished as in SplitMix64; never 0, which marks a free place. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
