package org.cartograph.model;

import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.Row;

/**
 * The edges of one family for the whole catalogue.
 *
 * @param rows the row of every product
 * @param inherited for every product the edges that lead to it because it has few sales; they lie outside of the rows
 * @param learnMillis wall time of learning
 * @param ridgeMillis time that the threads spent in ridge systems, divided by their number
 */
public record LearnedFamily(Row[] rows, InheritedEdges[] inherited, long learnMillis, long ridgeMillis) {

    /** Products with an edge of their own row. */
    long products() {
        long products = 0;
        for (Row row : rows) {
            products += row.size() > 0 ? 1 : 0;
        }
        return products;
    }

    /** Edges of all rows. */
    long rowEdges() {
        long edges = 0;
        for (Row row : rows) {
            edges += row.size();
        }
        return edges;
    }

    /** Edges outside of the rows. */
    long inheritedEdges() {
        long edges = 0;
        for (InheritedEdges edge : inherited) {
            edges += edge.size();
        }
        return edges;
    }
}
