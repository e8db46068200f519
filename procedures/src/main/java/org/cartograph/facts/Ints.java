package org.cartograph.facts;

import java.util.Arrays;

/** A growing array of whole numbers, because boxing every purchase would cost four times the memory. */
public final class Ints {
    private int[] values = new int[1024];
    private int size;

    /** Adds a number at the end. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** The number at a place. */
    public int get(int at) {
        return values[at];
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Forgets all of them. */
    public void clear() {
        size = 0;
    }

    void copyTo(int from, int[] target, int to, int length) {
        System.arraycopy(values, from, target, to, length);
    }

    /** All of them. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
