package org.cartograph.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartograph.facts.ProductIndex;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Which two to four products could be sold as one, and how much cheaper than apart?
 *
 * <p>Counted exactly from the purchases as they stand, with prices, margins and stock of this moment; no model is needed.
 * A question about one product reads only the customers who bought it.
 */
public final class Bundles {
    private final GraphDatabaseService database;
    private final Transaction transaction;
    private final Runnable check;

    /** @param check throws when the caller wants no result any more */
    public Bundles(GraphDatabaseService database, Transaction transaction, Runnable check) {
        this.database = database;
        this.transaction = transaction;
        this.check = check;
    }

    /**
     * The best bundles, best first.
     *
     * @throws IllegalArgumentException for settings that are not allowed, or a product or category there is not
     */
    public List<Bundle> find(@Nullable Map<String, Object> config) {
        BundleSettings settings = BundleSettings.of(config);
        ProductIndex products = ProductIndex.read(transaction);
        ProductCategories categories = new ProductCategories(transaction, products);
        if (settings.category() != null) {
            categories.choose(settings.category());
        }
        int anchor = AssociationRules.number(transaction, products, "product", settings.product());
        OrderReader reader = new OrderReader(transaction, products, check);
        Orders orders = anchor == Rule.NONE ? reader.all() : reader.around(anchor, database);
        BundleCatalogue catalogue = new BundleCatalogue(transaction, products, Instant.now());
        return new BundleSearch(settings, orders, catalogue, categories, check).around(anchor);
    }
}
