package org.cartograph.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Row;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * What has to change in the graph so that a product has its new row.
 *
 * <p>An edge is rewritten when its score or count moved by more than {@value #TOLERANCE} of the old value: after one
 * percent of new orders nearly all scores differ in some digit, and writing is what a build spends its time on.
 *
 * <p>Edges that belong to their target, a product with few sales, are none of the row's business: {@link
 * InheritedDifference} compares them.
 *
 * @param gone edges whose target left the row
 * @param moved edges to rewrite
 * @param places the place in the row of each moved edge
 * @param missing places in the row that have no edge yet
 */
record RowDifference(List<Relationship> gone, List<Relationship> moved, int[] places, int[] missing) {
    static final double TOLERANCE = 0.05;

    static RowDifference of(Transaction transaction, Node product, Family family, Row row, ProductIndex index) {
        ProductNames names = new ProductNames(transaction, index);
        List<Relationship> gone = new ArrayList<>();
        List<Relationship> moved = new ArrayList<>();
        int[] places = new int[row.size()];
        boolean[] present = new boolean[row.size()];
        try (ResourceIterable<Relationship> edges = product.getRelationships(Direction.OUTGOING, family)) {
            for (Relationship edge : edges) {
                if (edge.hasProperty(Family.INCOMING)) {
                    continue;
                }
                int place = place(row, index.of(NodeIds.target(edge)));
                if (place < 0 || present[place]) {
                    gone.add(edge);
                    continue;
                }
                present[place] = true;
                Neighbour old = NeighbourStore.neighbour(edge, family);
                if (differs(old.score(), row.scores()[place])
                        || differs((double) old.count(), row.counts()[place])
                        || !names.same(old.via(), row.via()[place])) {
                    places[moved.size()] = place;
                    moved.add(edge);
                }
            }
        }
        int[] missing = new int[row.size()];
        int size = 0;
        for (int place = 0; place < row.size(); place++) {
            if (!present[place]) {
                missing[size++] = place;
            }
        }
        return new RowDifference(gone, moved, places, Arrays.copyOf(missing, size));
    }

    boolean isEmpty() {
        return gone.isEmpty() && moved.isEmpty() && missing.length == 0;
    }

    static boolean differs(double before, double after) {
        return Math.abs(after - before) > TOLERANCE * Math.abs(before);
    }

    private static int place(Row row, int product) {
        for (int place = 0; place < row.size(); place++) {
            if (row.products()[place] == product) {
                return place;
            }
        }
        return -1;
    }
}
