package org.cartograph.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cartograph.facts.ProductIndex;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Family;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.Transactions;
import org.cartograph.similarity.Baskets;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Writes the rows of one family: compares with several threads, then writes what changed with one.
 *
 * <p>Many whole rows a transaction, each with the product's counters and {@code rowsAt}: a second writer buys nothing
 * and would deadlock with the first on bestsellers.
 */
final class EdgeWriter {
    /** 20 to 200 rows a transaction write three times as fast as one; more only makes a retry dearer. */
    private static final int ROWS_A_TRANSACTION = 100;

    private final GraphDatabaseService database;
    private final Workers workers;
    private final BuildProgress progress;

    EdgeWriter(GraphDatabaseService database, Workers workers, BuildProgress progress) {
        this.database = database;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * @param rows rows that were written, the others being as they should
     * @param created edges to new targets
     * @param updated edges whose score or count moved
     * @param deleted edges whose target left its row
     */
    record Written(long rows, long created, long updated, long deleted) {
        Written plus(Written other) {
            return new Written(
                    rows + other.rows, created + other.created, updated + other.updated, deleted + other.deleted);
        }
    }

    Written write(Purchases purchases, Family family, Row[] rows) {
        int[] changed = changed(purchases, family, rows);
        progress.begin("writing " + family, changed.length);
        Written written = new Written(0, 0, 0, 0);
        for (int from = 0; from < changed.length; from += ROWS_A_TRANSACTION) {
            workers.checkTermination();
            int[] batch = Arrays.copyOfRange(changed, from, Math.min(changed.length, from + ROWS_A_TRANSACTION));
            Written[] ofBatch = {written};
            Transactions.write(database, transaction -> {
                ofBatch[0] = new Written(0, 0, 0, 0);
                for (int product : batch) {
                    ofBatch[0] = ofBatch[0].plus(writeRow(transaction, purchases, family, product, rows[product]));
                }
            });
            written = written.plus(ofBatch[0]);
            progress.advance(batch.length);
        }
        return written;
    }

    /** The products whose row or own count is not what the graph says. */
    private int[] changed(Purchases purchases, Family family, Row[] rows) {
        progress.begin("comparing " + family, rows.length);
        boolean[] changed = new boolean[rows.length];
        Baskets evidence = purchases.evidence(family);
        workers.all(thread -> {
            try (Transaction transaction = database.beginTx()) {
                // Blocks of neighbouring nodes, so that two threads do not read the same pages.
                int block = (rows.length + workers.count() - 1) / workers.count();
                for (int product = thread * block; product < Math.min(rows.length, (thread + 1) * block); product++) {
                    workers.checkpoint();
                    Node node = NodeIds.node(transaction, purchases.products().nodes()[product]);
                    changed[product] = counterMoved(node, family, evidence.frequency(product))
                            || !RowDifference.of(node, family, rows[product], purchases.products())
                                    .isEmpty();
                }
            }
            return true;
        });
        return IntStream.range(0, rows.length)
                .filter(product -> changed[product])
                .toArray();
    }

    private static boolean counterMoved(Node node, Family family, int now) {
        Object before = node.getProperty(family.evidence(), 0L);
        return !(before instanceof Number number) || RowDifference.differs(number.doubleValue(), now);
    }

    private static Written writeRow(Transaction transaction, Purchases purchases, Family family, int product, Row row) {
        ProductIndex index = purchases.products();
        Node node = NodeIds.node(transaction, index.nodes()[product]);
        RowDifference difference = RowDifference.of(node, family, row, index);
        difference.gone().forEach(Relationship::delete);
        for (int at = 0; at < difference.moved().size(); at++) {
            set(difference.moved().get(at), family, row, difference.places()[at]);
        }
        for (int place : difference.missing()) {
            Node target = NodeIds.node(transaction, index.nodes()[row.products()[place]]);
            set(node.createRelationshipTo(target, family), family, row, place);
        }
        Baskets evidence = purchases.evidence(family);
        node.setProperty(family.evidence(), (long) evidence.frequency(product));
        node.setProperty(family.total(), (long) evidence.count());
        node.setProperty(NeighbourStore.ROWS_AT, RowClock.next());
        return new Written(
                1,
                difference.missing().length,
                difference.moved().size(),
                difference.gone().size());
    }

    private static void set(Relationship edge, Family family, Row row, int place) {
        edge.setProperty(Family.SCORE, (double) row.scores()[place]);
        edge.setProperty(family.evidence(), (long) row.counts()[place]);
    }
}
