package org.cartograph.feedback;

import java.util.List;
import java.util.Optional;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Purchases and refunds that are told of one by one; the orders themselves come by another way, before or after. */
final class SaleEvents {
    private final Transaction transaction;
    private final FeedbackSettings settings;

    SaleEvents(Transaction transaction, FeedbackSettings settings) {
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * Counts a purchase for what was recommended.
     *
     * @param shown what the event says it came from; null leaves that to the shopper's last touch
     * @return whether something of it was new; a purchase that nothing was recommended for is no repetition either
     */
    boolean bought(@Nullable Node shopper, Node product, @Nullable Relationship shown, Sale sale) {
        Optional<Relationship> ordered = sale.orderId() == null ? Optional.empty() : ordered(sale.orderId(), product);
        if (ordered.isPresent()) {
            return Outcomes.bought(ordered.get(), sale);
        }
        if (shopper == null) {
            return shown == null || Outcomes.bought(shown, sale);
        }
        Touches touches = new Touches(settings, List.of(shopper), sale.at().toInstant());
        Optional<Relationship> same = touches.same(product, sale);
        if (same.isPresent()) {
            return change(same.get(), sale);
        }
        return shown == null
                ? touches.last(product).map(last -> change(last, sale)).orElse(true)
                : Outcomes.bought(shown, sale);
    }

    private boolean change(Relationship shown, Sale sale) {
        transaction.acquireWriteLock(shown.getStartNode());
        return Outcomes.bought(shown, sale);
    }

    /** Takes a refund off the recommendation that got the sale. */
    boolean returned(Node product, Event event) {
        String order = event.orderId();
        return order != null
                && ordered(order, product)
                        .map(shown -> {
                            transaction.acquireWriteLock(shown.getStartNode());
                            return Outcomes.returned(shown, event.at(), event.value());
                        })
                        .orElse(false);
    }

    private Optional<Relationship> ordered(String order, Node product) {
        return ordered(transaction, order).stream()
                .filter(shown -> shown.getEndNode().equals(product))
                .findFirst();
    }

    /** What the lines of an order count for. */
    static List<Relationship> ordered(Transaction transaction, String order) {
        try (ResourceIterator<Relationship> shown =
                transaction.findRelationships(GraphModel.SHOWED, Showed.ORDER_ID, order)) {
            return shown.stream().toList();
        }
    }
}
