package org.cartograph.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cartograph.facts.ProductMarks;
import org.cartograph.graph.EdgeStamp;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.Transactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Notes on each product what its rows were computed from, once a build has looked at all of them.
 *
 * <p>Last, and apart from the rows: a build that is stopped between two families has not done with any product.
 */
final class StampWriter {
    private static final int PRODUCTS_A_TRANSACTION = 1_000;

    private final GraphDatabaseService database;
    private final ProductMarks marks;

    StampWriter(GraphDatabaseService database, ProductMarks marks) {
        this.database = database;
        this.marks = marks;
    }

    void write(Runnable terminationCheck, BuildProgress progress) {
        int[] changed = changed();
        progress.begin("noting what the rows were computed from", changed.length);
        for (int from = 0; from < changed.length; from += PRODUCTS_A_TRANSACTION) {
            terminationCheck.run();
            int[] batch = Arrays.copyOfRange(changed, from, Math.min(changed.length, from + PRODUCTS_A_TRANSACTION));
            Transactions.write(database, transaction -> {
                for (int product : batch) {
                    Node node = NodeIds.node(transaction, marks.products().nodes()[product]);
                    RowStamp.write(node, marks.lines()[product], marks.changedAt()[product]);
                    if (!EdgeStamp.isOn(node)) {
                        EdgeStamp.renew(node);
                    }
                }
            });
            progress.advance(batch.length);
        }
    }

    private int[] changed() {
        try (Transaction transaction = database.beginTx()) {
            return IntStream.range(0, marks.lines().length)
                    .filter(product -> {
                        Node node = NodeIds.node(transaction, marks.products().nodes()[product]);
                        return !EdgeStamp.isOn(node)
                                || !RowStamp.of(node).says(marks.lines()[product], marks.changedAt()[product]);
                    })
                    .toArray();
        }
    }
}
