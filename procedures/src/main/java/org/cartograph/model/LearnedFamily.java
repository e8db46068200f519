package org.cartograph.model;

import java.util.Arrays;
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

    /** The edges that go out of every product as a reader of the graph meets them: its row, then what others inherited. */
    public Row[] outgoing() {
        int[] size = new int[rows.length];
        for (int product = 0; product < rows.length; product++) {
            size[product] = rows[product].size();
        }
        for (InheritedEdges edges : inherited) {
            for (int source : edges.sources()) {
                size[source]++;
            }
        }
        Row[] outgoing = new Row[rows.length];
        int[] fill = new int[rows.length];
        for (int product = 0; product < rows.length; product++) {
            Row row = rows[product];
            int own = row.size();
            outgoing[product] = own == size[product] ? row : widened(row, size[product]);
            fill[product] = own;
        }
        for (int product = 0; product < rows.length; product++) {
            InheritedEdges edges = inherited[product];
            for (int at = 0; at < edges.size(); at++) {
                int source = edges.sources()[at];
                int to = fill[source]++;
                outgoing[source].products()[to] = product;
                outgoing[source].scores()[to] = edges.scores()[at];
                outgoing[source].via()[to] = edges.via()[at];
            }
        }
        return outgoing;
    }

    private static Row widened(Row row, int size) {
        return new Row(
                Arrays.copyOf(row.products(), size),
                Arrays.copyOf(row.scores(), size),
                Arrays.copyOf(row.counts(), size),
                Arrays.copyOf(row.via(), size));
    }
}
