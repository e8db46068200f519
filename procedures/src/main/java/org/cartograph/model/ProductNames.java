package org.cartograph.model;

import java.util.Objects;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Row;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/** The shop's own ids of numbered products, which is how an edge remembers from whom it was inherited. */
record ProductNames(Transaction transaction, ProductIndex index) {

    /** The id of a product, or null for {@link Row#OWN}. */
    @Nullable
    String of(int product) {
        return product == Row.OWN
                ? null
                : String.valueOf(
                        NodeIds.node(transaction, index.nodes()[product]).getProperty("id", product));
    }

    boolean same(@Nullable String id, int product) {
        return Objects.equals(id, of(product));
    }
}
