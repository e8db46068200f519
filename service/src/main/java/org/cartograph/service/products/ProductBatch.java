package org.cartograph.service.products;

import java.util.Collections;
import java.util.List;
import org.cartograph.load.graph.Product;
import org.cartograph.load.graph.ProductWriter;
import org.cartograph.service.writing.Batch;
import org.cartograph.service.writing.Written;
import org.neo4j.driver.TransactionContext;

/** Writes what is known of products as the loader does. A description has no version, so each is accepted. */
final class ProductBatch implements Batch<Product> {

    private static final int FIRST = 10;

    @Override
    public List<Written> write(TransactionContext transaction, List<Product> items) {
        ProductWriter.write(transaction, items);
        return Collections.nCopies(items.size(), Written.ACCEPTED);
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public String name() {
        return "products";
    }
}
