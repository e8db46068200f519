package org.cartograph.model;

import org.cartograph.facts.Facts;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Listed;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductRepeats;
import org.cartograph.graph.Transactions;
import org.cartograph.similarity.RecentSales;
import org.cartograph.similarity.Repeats;
import org.cartograph.similarity.Replenishment;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;

/** Writes what the orders say of each product, how much it sold of late and how it is bought again, where that moved. */
final class SalesWriter {
    private static final int PRODUCTS_A_TRANSACTION = 2_000;

    private final GraphDatabaseService database;
    private final Workers workers;

    SalesWriter(GraphDatabaseService database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** Writes all products that moved by more than the tolerance of rows; nothing when no orders were read. */
    void write(Facts facts, BuildSettings settings) {
        Purchases purchases = facts.purchases();
        if (purchases.orders().count() == 0) {
            return;
        }
        double[] sales =
                RecentSales.of(purchases.orders(), purchases.sequence().time(), settings.trendHalfLifeSeconds());
        Repeats[] repeats = Replenishment.of(
                purchases.orders(), purchases.sequence(), facts.catalogue().categories());
        long[] nodes = purchases.products().nodes();
        for (int from = 0; from < nodes.length; from += PRODUCTS_A_TRANSACTION) {
            workers.checkTermination();
            int first = from;
            int until = Math.min(nodes.length, from + PRODUCTS_A_TRANSACTION);
            Transactions.write(database, transaction -> {
                for (int product = first; product < until; product++) {
                    Node node = NodeIds.node(transaction, nodes[product]);
                    set(node, Listed.RECENT_SALES, sales[product]);
                    set(node, ProductRepeats.SHARE, repeats[product].share());
                    set(node, ProductRepeats.GAP_DAYS, repeats[product].gapDays());
                }
            });
        }
    }

    /** Zero is what a product without the property has. */
    private static void set(Node product, String key, double value) {
        Object before = product.getProperty(key, 0.0);
        if (!(before instanceof Number number) || RowDifference.differs(number.doubleValue(), value)) {
            if (value == 0) {
                product.removeProperty(key);
            } else {
                product.setProperty(key, value);
            }
        }
    }
}
