package org.cartograph.service.orders;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.feedback.FeedbackSettings;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owes orders to recommendations, where the plugin can. */
final class Attribution {

    private static final Logger LOG = LoggerFactory.getLogger(Attribution.class);

    private static final String ATTRIBUTE = "CALL cartograph.feedback.attribute($orders, $config) YIELD orderId";

    private static final String CAN =
            "SHOW PROCEDURES YIELD name WHERE name = 'cartograph.feedback.attribute' RETURN count(*) AS there";

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final FeedbackSettings settings;
    private boolean can;
    private boolean complained;
    private long nextLook = System.nanoTime();

    Attribution(FeedbackSettings settings) {
        this.settings = settings;
    }

    /** Finds what orders that were new or changed are owed to. Used by one thread at a time. */
    void attribute(TransactionContext transaction, List<PlacedOrder> orders) {
        if (!orders.isEmpty() && can(transaction)) {
            Map<String, Object> parameters = Map.of(
                    "orders", orders.stream().map(PlacedOrder::asParameter).toList(), "config", settings.asParameter());
            transaction.run(ATTRIBUTE, parameters).consume();
        }
    }

    /** Looked up first: calling what is not there would end the transaction. */
    private boolean can(TransactionContext transaction) {
        if (!can && System.nanoTime() - nextLook >= 0) {
            can = transaction.run(CAN).single().get("there").asLong() > 0;
            nextLook = System.nanoTime() + PAUSE.toNanos();
            if (!can && !complained) {
                LOG.warn("The database's plugin is older and cannot tell which recommendation an order is owed to");
                complained = true;
            }
        }
        return can;
    }
}
