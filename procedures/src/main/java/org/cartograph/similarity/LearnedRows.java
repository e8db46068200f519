package org.cartograph.similarity;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The established rows of a build that is running: those that were learned, and the same turned round. */
public final class LearnedRows implements EstablishedRows {
    private final Row[] rows;
    private final int[] start;
    private final int[] sources;
    private final float[] weights;

    /**
     * Turns the rows of established products round.
     *
     * @param rows the row of every product; those of the others may change afterwards
     */
    public LearnedRows(Row[] rows, IntPredicate established) {
        this.rows = rows;
        this.start = new int[rows.length + 1];
        for (int source = 0; source < rows.length; source++) {
            if (established.test(source)) {
                for (int target : rows[source].products()) {
                    start[target + 1]++;
                }
            }
        }
        for (int product = 0; product < rows.length; product++) {
            start[product + 1] += start[product];
        }
        this.sources = new int[start[rows.length]];
        this.weights = new float[sources.length];
        int[] fill = start.clone();
        for (int source = 0; source < rows.length; source++) {
            if (established.test(source)) {
                Row row = rows[source];
                for (int at = 0; at < row.size(); at++) {
                    int to = fill[row.products()[at]]++;
                    sources[to] = source;
                    weights[to] = row.scores()[at];
                }
            }
        }
    }

    @Override
    public Row from(int product) {
        return rows[product];
    }

    @Override
    public Incoming into(int product) {
        return new Incoming(
                Arrays.copyOfRange(sources, start[product], start[product + 1]),
                Arrays.copyOfRange(weights, start[product], start[product + 1]));
    }
}
