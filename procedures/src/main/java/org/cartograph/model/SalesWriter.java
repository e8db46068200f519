package org.cartograph.model;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.cartograph.facts.Facts;
import org.cartograph.facts.Purchases;
import org.cartograph.facts.Stars;
import org.cartograph.graph.Listed;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductRepeats;
import org.cartograph.graph.Transactions;
import org.cartograph.similarity.Growth;
import org.cartograph.similarity.RecentSales;
import org.cartograph.similarity.Repeats;
import org.cartograph.similarity.Replenishment;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;

/**
 * Writes what customers say of each product, by their orders and their stars, where that moved: how much it sold of late,
 * how much that is more than usual, how it is bought again, and its rating.
 */
final class SalesWriter {
    private static final int PRODUCTS_A_TRANSACTION = 2_000;

    private final GraphDatabaseService database;
    private final Workers workers;

    SalesWriter(GraphDatabaseService database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** Writes all products; their orders only when orders were read. Gives the mean rating of the shop, 0 without any. */
    double write(Facts facts, BuildSettings settings) {
        Purchases purchases = facts.purchases();
        if (purchases.orders().count() > 0) {
            writeSales(facts, settings);
        }
        Stars[] stars = Stars.read(database, purchases.products(), workers);
        double mean = Arrays.stream(stars).reduce(Stars.NONE, Stars::plus).mean();
        each(purchases.products().nodes(), (node, product) -> ProductCounters.rate(node, stars[product], mean));
        return mean;
    }

    private void writeSales(Facts facts, BuildSettings settings) {
        Purchases purchases = facts.purchases();
        long[] time = purchases.sequence().time();
        double[] sales = new RecentSales(purchases.orders(), time, settings.trendHalfLifeSeconds()).all();
        double[] growth = new Growth(purchases.orders(), time).all();
        Repeats[] repeats = Replenishment.of(
                purchases.orders(), purchases.sequence(), facts.catalogue().categories());
        each(purchases.products().nodes(), (node, product) -> {
            ProductCounters.set(node, Listed.RECENT_SALES, sales[product]);
            ProductCounters.set(node, Listed.GROWTH, sales[product] == 0 ? 0 : growth[product]);
            ProductCounters.set(node, ProductRepeats.SHARE, repeats[product].share());
            ProductCounters.set(node, ProductRepeats.GAP_DAYS, repeats[product].gapDays());
        });
    }

    private void each(long[] nodes, ObjIntConsumer<Node> write) {
        for (int from = 0; from < nodes.length; from += PRODUCTS_A_TRANSACTION) {
            workers.checkTermination();
            int first = from;
            int until = Math.min(nodes.length, from + PRODUCTS_A_TRANSACTION);
            Transactions.write(database, transaction -> {
                for (int product = first; product < until; product++) {
                    write.accept(NodeIds.node(transaction, nodes[product]), product);
                }
            });
        }
    }
}
