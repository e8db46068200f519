package org.cartograph.service.orders;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.load.graph.OrderOutcome;
import org.cartograph.load.graph.OrderWriter;
import org.cartograph.service.writing.Batch;
import org.cartograph.service.writing.Written;
import org.neo4j.driver.TransactionContext;

/** Writes orders as the loader does, and owes those that changed to recommendations. */
final class OrderBatch implements Batch<PlacedOrder> {

    private static final int AFTER_PRODUCTS = 20;

    private final Attribution attribution;

    OrderBatch(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public List<Written> write(TransactionContext transaction, List<PlacedOrder> items) {
        List<OrderOutcome> outcomes = OrderWriter.write(
                transaction, items.stream().map(PlacedOrder::order).toList());
        List<Written> written = new ArrayList<>(items.size());
        List<PlacedOrder> changed = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            if (outcomes.get(index) == OrderOutcome.UNCHANGED) {
                written.add(Written.DUPLICATE);
            } else {
                written.add(Written.ACCEPTED);
                changed.add(items.get(index));
            }
        }
        attribution.attribute(transaction, changed);
        return written;
    }

    @Override
    public int order() {
        return AFTER_PRODUCTS;
    }

    @Override
    public String name() {
        return "orders";
    }
}
