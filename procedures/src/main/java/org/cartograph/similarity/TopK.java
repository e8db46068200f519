package org.cartograph.similarity;

import java.util.Arrays;

/**
 * Keeps the k best of many numbered candidates: a binary heap with the worst on top.
 *
 * <p>Ties go to the smaller number, so that the same facts always give the same row. Not safe for several threads;
 * made once and reused for many rows.
 */
public final class TopK {
    private final int capacity;
    private final int[] numbers;
    private final double[] scores;
    private int size;

    /** A selection of at most {@code capacity} candidates. */
    public TopK(int capacity) {
        this.capacity = capacity;
        this.numbers = new int[capacity];
        this.scores = new double[capacity];
    }

    /** Empties the selection. */
    public void clear() {
        size = 0;
    }

    /** Offers a candidate; it stays while it is among the best. */
    public void offer(int number, double score) {
        if (size < capacity) {
            numbers[size] = number;
            scores[size] = score;
            rise(size++);
        } else if (capacity > 0 && worse(numbers[0], scores[0], number, score)) {
            numbers[0] = number;
            scores[0] = score;
            sink(size);
        }
    }

    /** The kept candidates, best first. The selection is empty afterwards. */
    public Selection take() {
        int taken = size;
        for (int last = size - 1; last > 0; last--) {
            swap(0, last);
            sink(last);
        }
        size = 0;
        return new Selection(Arrays.copyOf(numbers, taken), Arrays.copyOf(scores, taken));
    }

    /** Candidates and their scores, best first. */
    public record Selection(int[] numbers, double[] scores) {}

    private static boolean worse(int numberA, double scoreA, int numberB, double scoreB) {
        return scoreA < scoreB || (scoreA == scoreB && numberA > numberB);
    }

    private void rise(int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (!worse(numbers[child], scores[child], numbers[parent], scores[parent])) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void sink(int end) {
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= end) {
                return;
            }
            if (child + 1 < end && worse(numbers[child + 1], scores[child + 1], numbers[child], scores[child])) {
                child++;
            }
            if (!worse(numbers[child], scores[child], numbers[parent], scores[parent])) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private void swap(int a, int b) {
        int number = numbers[a];
        numbers[a] = numbers[b];
        numbers[b] = number;
        double score = scores[a];
        scores[a] = scores[b];
        scores[b] = score;
    }
}
