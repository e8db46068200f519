package org.cartograph.graph;

import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;

/**
 * The OFFERED relationships from a product to itself, which say how it does whatever it is offered beside.
 *
 * <p>They alone have the property {@value #KEY}: by an index over it they are found without a look at the hundreds of
 * others that a product may have.
 */
public final class OffersByProduct {
    /** The product's id. */
    public static final String KEY = "productId";

    private OffersByProduct() {}

    /** Whether there is the index, without which looking for one product reads the offers of all. */
    public static boolean isThere(Transaction transaction) {
        for (IndexDefinition index : transaction.schema().getIndexes(GraphModel.OFFERED)) {
            for (String key : index.getPropertyKeys()) {
                if (key.equals(KEY)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those of the product with an id, one for each box. */
    public static ResourceIterator<Relationship> of(Transaction transaction, String id) {
        return transaction.findRelationships(GraphModel.OFFERED, KEY, id);
    }
}
