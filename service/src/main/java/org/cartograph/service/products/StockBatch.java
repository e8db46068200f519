package org.cartograph.service.products;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.load.graph.ProductWriter;
import org.cartograph.service.writing.Batch;
import org.cartograph.service.writing.Written;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Writes how much is left; of a product that comes several times the last word counts. */
final class StockBatch implements Batch<Stock> {

    private static final int AFTER_PRODUCTS = 15;

    @Override
    public List<Written> write(TransactionContext transaction, List<Stock> items) {
        Map<String, @Nullable Long> latest = new HashMap<>();
        items.forEach(stock -> latest.put(stock.productId(), stock.pieces()));
        Set<String> known = ProductWriter.stock(transaction, latest);
        return items.stream()
                .map(stock -> known.contains(stock.productId())
                        ? Written.ACCEPTED
                        : Written.rejected(
                                stock.productId(),
                                "`id` must be a product the shop has, but was \"%s\".".formatted(stock.productId())))
                .toList();
    }

    @Override
    public int order() {
        return AFTER_PRODUCTS;
    }

    @Override
    public String name() {
        return "stocks";
    }
}
