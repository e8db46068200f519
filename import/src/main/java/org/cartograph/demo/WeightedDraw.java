package org.cartograph.demo;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Draws one of n things in proportion to its weight, in logarithmic time, from a table of running sums. */
final class WeightedDraw {

    private final double[] sums;

    private WeightedDraw(double[] sums) {
        this.sums = sums;
    }

    /** Weights must be zero or more, and at least one of them positive, unless there are none and none is drawn. */
    static WeightedDraw of(int size, IntToDoubleFunction weight) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight.applyAsDouble(i);
            sums[i] = sum;
        }
        if (size > 0 && !(sum > 0)) {
            throw new IllegalArgumentException("At least one weight must be positive, but they add up to " + sum + ".");
        }
        return new WeightedDraw(sums);
    }

    int draw(Dice dice) {
        int found = Arrays.binarySearch(sums, dice.unit() * sums[sums.length - 1]);
        // An exact hit belongs to the next positive weight: a weight of zero repeats the sum before it.
        int index = found >= 0 ? found + 1 : -found - 1;
        while (index < sums.length - 1 && index > 0 && sums[index] == sums[index - 1]) {
            index++;
        }
        return Math.min(index, sums.length - 1);
    }
}
