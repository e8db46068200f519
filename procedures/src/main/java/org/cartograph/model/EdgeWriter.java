package org.cartograph.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cartograph.facts.Facts;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.EdgeStamp;
import org.cartograph.graph.Family;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.RowCache;
import org.cartograph.graph.Transactions;
import org.cartograph.similarity.Baskets;
import org.cartograph.similarity.ColdStart;
import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
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
        static final Written NOTHING = new Written(0, 0, 0, 0);

        Written plus(Written other) {
            return new Written(
                    rows + other.rows, created + other.created, updated + other.updated, deleted + other.deleted);
        }
    }

    Written write(Facts facts, Family family, LearnedFamily learned) {
        int[] changed = changed(facts, family, learned);
        progress.begin("writing " + family, changed.length);
        Written written = Written.NOTHING;
        for (int from = 0; from < changed.length; from += ROWS_A_TRANSACTION) {
            workers.checkTermination();
            int[] batch = Arrays.copyOfRange(changed, from, Math.min(changed.length, from + ROWS_A_TRANSACTION));
            Written[] ofBatch = {written};
            Transactions.write(database, transaction -> {
                ofBatch[0] = Written.NOTHING;
                for (int product : batch) {
                    ofBatch[0] = ofBatch[0].plus(writeProduct(
                            transaction,
                            facts,
                            family,
                            product,
                            learned.rows()[product],
                            learned.inherited()[product]));
                }
            });
            RowCache.written(database);
            written = written.plus(ofBatch[0]);
            progress.advance(batch.length);
        }
        return written;
    }

    /** The products whose edges or own count are not what the graph says. */
    private int[] changed(Facts facts, Family family, LearnedFamily learned) {
        int products = learned.rows().length;
        progress.begin("comparing " + family, products);
        boolean[] changed = new boolean[products];
        ProductIndex index = facts.purchases().products();
        workers.all(thread -> {
            try (Transaction transaction = database.beginTx()) {
                // Blocks of neighbouring nodes, so that two threads do not read the same pages.
                int block = (products + workers.count() - 1) / workers.count();
                for (int product = thread * block; product < Math.min(products, (thread + 1) * block); product++) {
                    workers.checkpoint();
                    Node node = NodeIds.node(transaction, index.nodes()[product]);
                    changed[product] = changed(
                            transaction,
                            node,
                            facts,
                            family,
                            product,
                            learned.rows()[product],
                            learned.inherited()[product]);
                }
            }
            return true;
        });
        return IntStream.range(0, products).filter(product -> changed[product]).toArray();
    }

    /** Writes what a product has in one family, unless the graph says the same. */
    static Written writeIfChanged(
            Transaction transaction, Facts facts, Family family, int product, ColdStart.Blend edges) {
        Node node = NodeIds.node(transaction, facts.purchases().products().nodes()[product]);
        return changed(transaction, node, facts, family, product, edges.row(), edges.incoming())
                ? writeProduct(transaction, facts, family, product, edges.row(), edges.incoming())
                : Written.NOTHING;
    }

    private static boolean changed(
            Transaction transaction,
            Node node,
            Facts facts,
            Family family,
            int product,
            Row row,
            InheritedEdges inherited) {
        ProductIndex index = facts.purchases().products();
        return counterMoved(node, family, facts, product)
                || !RowDifference.of(transaction, node, family, row, index).isEmpty()
                || !InheritedDifference.of(transaction, node, family, inherited, index)
                        .isEmpty();
    }

    private static boolean counterMoved(Node node, Family family, Facts facts, int product) {
        if (!family.counted()) {
            return false;
        }
        Object before = node.getProperty(family.evidence(), 0L);
        int now = facts.evidence(family).frequency(product);
        return !(before instanceof Number number) || RowDifference.differs(number.doubleValue(), now);
    }

    private static Written writeProduct(
            Transaction transaction, Facts facts, Family family, int product, Row row, InheritedEdges inherited) {
        ProductIndex index = facts.purchases().products();
        Node node = NodeIds.node(transaction, index.nodes()[product]);
        ProductEdges edges = new ProductEdges(transaction, index, family);
        Written written = new Written(1, 0, 0, 0).plus(edges.write(node, row)).plus(edges.write(node, inherited));
        if (family.counted()) {
            Baskets evidence = facts.evidence(family);
            node.setProperty(family.evidence(), (long) evidence.frequency(product));
            node.setProperty(family.total(), (long) evidence.count());
        }
        node.setProperty(NeighbourStore.ROWS_AT, RowClock.next());
        EdgeStamp.renew(node);
        return written;
    }
}
