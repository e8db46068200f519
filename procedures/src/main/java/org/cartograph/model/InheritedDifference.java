package org.cartograph.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.InheritedEdges;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * What has to change in the graph so that a product has the incoming edges that it inherited; the same tolerance as
 * {@link RowDifference}.
 *
 * @param gone edges whose source is not among them any more
 * @param moved edges to rewrite
 * @param places the place of each moved edge
 * @param missing places that have no edge yet
 */
record InheritedDifference(List<Relationship> gone, List<Relationship> moved, int[] places, int[] missing) {

    static InheritedDifference of(
            Transaction transaction, Node product, Family family, InheritedEdges edges, ProductIndex index) {
        ProductNames names = new ProductNames(transaction, index);
        List<Relationship> gone = new ArrayList<>();
        List<Relationship> moved = new ArrayList<>();
        int[] places = new int[edges.size()];
        boolean[] present = new boolean[edges.size()];
        try (ResourceIterable<Relationship> incoming = product.getRelationships(Direction.INCOMING, family)) {
            for (Relationship edge : incoming) {
                if (!edge.hasProperty(Family.INCOMING)) {
                    continue;
                }
                int place = place(edges, index.of(NodeIds.of(edge.getStartNode())));
                if (place < 0 || present[place]) {
                    gone.add(edge);
                    continue;
                }
                present[place] = true;
                Neighbour old = NeighbourStore.neighbour(edge, family);
                if (RowDifference.differs(old.score(), edges.scores()[place])
                        || !names.same(old.via(), edges.via()[place])) {
                    places[moved.size()] = place;
                    moved.add(edge);
                }
            }
        }
        int[] missing = new int[edges.size()];
        int size = 0;
        for (int place = 0; place < edges.size(); place++) {
            if (!present[place]) {
                missing[size++] = place;
            }
        }
        return new InheritedDifference(gone, moved, places, Arrays.copyOf(missing, size));
    }

    boolean isEmpty() {
        return gone.isEmpty() && moved.isEmpty() && missing.length == 0;
    }

    private static int place(InheritedEdges edges, int source) {
        for (int place = 0; place < edges.size(); place++) {
            if (edges.sources()[place] == source) {
                return place;
            }
        }
        return -1;
    }
}
