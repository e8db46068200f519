package org.cartograph.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.EstablishedRows;
import org.cartograph.similarity.Incoming;
import org.cartograph.similarity.PairEvidence;
import org.cartograph.similarity.Row;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** The established rows of one family as they stand in the graph, without what anybody inherited. */
record GraphRows(GraphDatabaseService database, ProductIndex index, Family family, PairEvidence evidence)
        implements EstablishedRows {

    private record Edge(int other, float score, int count) {}

    @Override
    public Row from(int product) {
        List<Edge> edges = edges(product, Direction.OUTGOING);
        edges.sort(Comparator.comparingDouble(Edge::score).reversed().thenComparingInt(Edge::other));
        Row row = new Row(new int[edges.size()], new float[edges.size()], new int[edges.size()]);
        for (int at = 0; at < edges.size(); at++) {
            row.products()[at] = edges.get(at).other();
            row.scores()[at] = edges.get(at).score();
            row.counts()[at] = edges.get(at).count();
        }
        return row;
    }

    @Override
    public Incoming into(int product) {
        TreeMap<Integer, Float> weights = new TreeMap<>();
        for (Edge edge : edges(product, Direction.INCOMING)) {
            if (evidence.established(edge.other())) {
                weights.put(edge.other(), edge.score());
            }
        }
        Incoming incoming = new Incoming(new int[weights.size()], new float[weights.size()]);
        int at = 0;
        for (var weight : weights.entrySet()) {
            incoming.sources()[at] = weight.getKey();
            incoming.weights()[at++] = weight.getValue();
        }
        return incoming;
    }

    private List<Edge> edges(int product, Direction direction) {
        List<Edge> edges = new ArrayList<>();
        try (Transaction transaction = database.beginTx();
                ResourceIterable<Relationship> all =
                        NodeIds.node(transaction, index.nodes()[product]).getRelationships(direction, family)) {
            for (Relationship edge : all) {
                Neighbour neighbour = NeighbourStore.neighbour(edge, family);
                int other = index.of(direction == Direction.OUTGOING ? NodeIds.target(edge) : NodeIds.source(edge));
                if (other >= 0 && !neighbour.inherited()) {
                    edges.add(new Edge(other, (float) neighbour.score(), (int) neighbour.count()));
                }
            }
        }
        return edges;
    }
}
