package org.cartograph.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.facts.FactsMemory;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.Assortments;
import org.cartograph.graph.CallerLocks;
import org.cartograph.graph.EdgeStamp;
import org.cartograph.graph.Family;
import org.cartograph.graph.Listed;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductRepeats;
import org.cartograph.graph.RowCache;
import org.cartograph.graph.Transactions;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** Takes everything out of the graph that builds wrote: edges, counters and Model nodes. Facts stay. */
public final class ModelDrop {
    private static final int PRODUCTS_A_TRANSACTION = 100;

    private ModelDrop() {}

    /**
     * What was dropped.
     *
     * @param edges neighbour edges that were deleted
     * @param models Model nodes that were deleted
     */
    public record Dropped(long edges, long models) {}

    /** Drops the model, a batch of whole products at a time; refused while a build is running. */
    public static Dropped run(GraphDatabaseService database, Transaction caller, Runnable terminationCheck) {
        CallerLocks.refuse(caller, "cartograph.model.drop");
        BuildProgress progress = new BuildProgress("drop", Instant.now());
        BuildRegistry.enter(database, progress, terminationCheck);
        try {
            long[] nodes = ProductIndex.read(caller).nodes();
            progress.begin("dropping", nodes.length);
            long[] edges = {0};
            for (int from = 0; from < nodes.length; from += PRODUCTS_A_TRANSACTION) {
                terminationCheck.run();
                int first = from;
                int until = Math.min(nodes.length, from + PRODUCTS_A_TRANSACTION);
                long before = edges[0];
                Transactions.write(database, transaction -> {
                    edges[0] = before;
                    for (int at = first; at < until; at++) {
                        edges[0] += clear(NodeIds.node(transaction, nodes[at]));
                    }
                });
                RowCache.written(database);
                progress.advance(until - first);
            }
            RowCache.forget(database);
            FactsMemory.forget(database);
            Assortments.forget(database);
            return new Dropped(edges[0], dropLog(database));
        } finally {
            BuildRegistry.leave(database);
        }
    }

    private static long clear(Node product) {
        long deleted = 0;
        for (Family family : Family.values()) {
            List<Relationship> row = new ArrayList<>();
            try (ResourceIterable<Relationship> edges = product.getRelationships(Direction.OUTGOING, family)) {
                edges.forEach(row::add);
            }
            row.forEach(Relationship::delete);
            deleted += row.size();
            product.removeProperty(family.evidence());
            product.removeProperty(family.total());
        }
        product.removeProperty(NeighbourStore.ROWS_AT);
        EdgeStamp.remove(product);
        List.of(Listed.RECENT_SALES, Listed.GROWTH, Listed.RATING, Listed.RATINGS)
                .forEach(product::removeProperty);
        product.removeProperty(ProductRepeats.SHARE);
        product.removeProperty(ProductRepeats.GAP_DAYS);
        RowStamp.remove(product);
        return deleted;
    }

    private static long dropLog(GraphDatabaseService database) {
        long[] models = {0};
        Transactions.write(database, transaction -> {
            List<ModelLog.Entry> entries = ModelLog.all(transaction);
            entries.forEach(entry -> entry.node().delete());
            models[0] = entries.size();
        });
        return models[0];
    }
}
