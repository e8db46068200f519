package org.cartograph.facts;

import java.util.Arrays;

/** A growing array of whole numbers, because boxing every purchase would cost four times the memory. */
final class Ints {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int get(int at) {
        return values[at];
    }

    int size() {
        return size;
    }

    void copyTo(int from, int[] target, int to, int length) {
        System.arraycopy(values, from, target, to, length);
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
