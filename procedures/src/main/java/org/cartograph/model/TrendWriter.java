package org.cartograph.model;

import org.cartograph.facts.Purchases;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.SalesRanking;
import org.cartograph.graph.Transactions;
import org.cartograph.similarity.RecentSales;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Writes how much each product sold of late, where that moved. */
final class TrendWriter {
    private static final int PRODUCTS_A_TRANSACTION = 2_000;

    private final GraphDatabaseService database;
    private final Workers workers;

    TrendWriter(GraphDatabaseService database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** Writes all products that moved by more than the tolerance of rows; nothing when no orders were read. */
    void write(Purchases purchases, BuildSettings settings) {
        if (purchases.orders().count() == 0) {
            return;
        }
        double[] sales =
                RecentSales.of(purchases.orders(), purchases.sequence().time(), settings.trendHalfLifeSeconds());
        long[] nodes = purchases.products().nodes();
        for (int from = 0; from < nodes.length; from += PRODUCTS_A_TRANSACTION) {
            workers.checkTermination();
            int first = from;
            int until = Math.min(nodes.length, from + PRODUCTS_A_TRANSACTION);
            Transactions.write(database, transaction -> {
                for (int product = first; product < until; product++) {
                    set(transaction, nodes[product], sales[product]);
                }
            });
        }
    }

    private static void set(Transaction transaction, long product, double sales) {
        Node node = NodeIds.node(transaction, product);
        Object before = node.getProperty(SalesRanking.RECENT_SALES, 0.0);
        if (!(before instanceof Number number) || RowDifference.differs(number.doubleValue(), sales)) {
            node.setProperty(SalesRanking.RECENT_SALES, sales);
        }
    }
}
