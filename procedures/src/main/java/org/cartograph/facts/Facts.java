package org.cartograph.facts;

import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.graph.SingleNumber;
import org.cartograph.similarity.Baskets;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Everything that a model is learned from.
 *
 * @param purchases what was sold
 * @param catalogue what the products are
 * @param visits the products viewed in each visit; empty when nobody asked or nobody looked
 */
public record Facts(Purchases purchases, Catalogue catalogue, Baskets visits) {

    /** Reads the shop as it stands; {@code views} says whether visits matter, because there may be very many. */
    public static Facts read(GraphDatabaseService database, ReadingScope scope, boolean views, Workers workers) {
        try (Transaction transaction = database.beginTx()) {
            return read(database, ProductIndex.read(transaction), scope, views, workers);
        }
    }

    /** Reads what concerns these products. */
    public static Facts read(
            GraphDatabaseService database, ProductIndex index, ReadingScope scope, boolean views, Workers workers) {
        Purchases purchases = new PurchaseReader(database, scope, workers).read(index);
        Catalogue catalogue = new CatalogueReader(database, index, workers).read();
        return new Facts(
                purchases,
                catalogue,
                views && hasViews(database) ? new VisitReader(database, index, workers).read() : noVisits(index));
    }

    /** Purchases alone, for whoever needs to know nothing else. */
    public static Facts of(Purchases purchases) {
        ProductIndex index = purchases.products();
        return new Facts(purchases, Catalogue.empty(index.size()), noVisits(index));
    }

    /** No visits of so many products. */
    public static Baskets noVisits(ProductIndex index) {
        return new Baskets(index.size(), new int[1], new int[0]);
    }

    /** The baskets whose pairs a family is learned from. */
    public Baskets baskets(Family family) {
        return switch (family) {
            case BOUGHT_TOGETHER, BOUGHT_NEXT -> purchases.orders();
            case ALSO_BOUGHT -> purchases.histories();
            case ALSO_VIEWED -> visits;
            case SIMILAR -> throw new IllegalArgumentException("SIMILAR is not learned from baskets.");
        };
    }

    /** The baskets whose number is a family's evidence: orders, customers or visits. */
    public Baskets evidence(Family family) {
        return family == Family.ALSO_VIEWED ? visits : purchases.evidence(family);
    }

    private static boolean hasViews(GraphDatabaseService database) {
        try (Transaction transaction = database.beginTx()) {
            return SingleNumber.of(transaction, "MATCH ()-[v:VIEWED]->() RETURN count(v) AS number", Map.of()) > 0;
        }
    }
}
