package org.cartograph.facts;

import java.time.Instant;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/** What one thread has read of the products from {@code first} on, one after the other. */
final class ProductPart {
    private static final String[] PROPERTIES = {"price", "releasedAt"};

    private final int first;
    private final double[] prices;
    private final long[] releasedAt;
    final Ints counts = new Ints();
    final Numbers attributes = new Numbers();

    /** A part that writes prices and times to where the other parts write theirs. */
    ProductPart(int first, double[] prices, long[] releasedAt) {
        this.first = first;
        this.prices = prices;
        this.releasedAt = releasedAt;
    }

    /** Adds the next product. */
    void add(Node product) {
        int number = first + counts.size();
        Map<String, Object> properties = product.getProperties(PROPERTIES);
        prices[number] = properties.get("price") instanceof Number price ? price.doubleValue() : Double.NaN;
        Instant released = Instants.of(properties.get("releasedAt"));
        releasedAt[number] = released == null ? Long.MIN_VALUE : released.getEpochSecond();
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
        releasedAt[number] = Long.MIN_VALUE;
        counts.add(0);
    }
}
