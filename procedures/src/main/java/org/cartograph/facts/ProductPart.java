package org.cartograph.facts;

import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/** What one thread has read of the products from {@code first} on, one after the other. */
final class ProductPart {
    private final int first;
    private final double[] prices;
    final Ints counts = new Ints();
    final Numbers attributes = new Numbers();

    /** A part that writes prices to where the other parts write theirs. */
    ProductPart(int first, double[] prices) {
        this.first = first;
        this.prices = prices;
    }

    /** Adds the next product. */
    void add(Node product) {
        int number = first + counts.size();
        prices[number] = product.getProperty("price", null) instanceof Number price ? price.doubleValue() : Double.NaN;
        int before = attributes.size();
        try (ResourceIterable<Relationship> has = product.getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
            has.forEach(attribute -> attributes.add(NodeIds.target(attribute)));
        }
        counts.add(attributes.size() - before);
    }

    /** Adds the next product, which is gone. */
    void addNone() {
        int number = first + counts.size();
        prices[number] = Double.NaN;
        counts.add(0);
    }
}
