package org.cartograph.service.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cartograph.service.feedback.FeedbackSettings;
import org.cartograph.service.token.RecommendationToken;
import org.cartograph.service.writing.Batch;
import org.cartograph.service.writing.Written;
import org.neo4j.driver.TransactionContext;

/** Writes events: the plugin keeps what they say, and says of each whether it was new. */
final class EventBatch implements Batch<Reported> {

    private static final int AFTER_ORDERS_AND_CUSTOMERS = 40;

    private static final String RECORD = """
            CALL cartograph.feedback.record($events, $recommendations, $config)
            YIELD index, status, reason
            RETURN status, reason ORDER BY index""";

    private final FeedbackSettings settings;

    EventBatch(FeedbackSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Written> write(TransactionContext transaction, List<Reported> items) {
        Map<UUID, Map<String, Object>> recommendations = new LinkedHashMap<>();
        List<Map<String, Object>> events = new ArrayList<>(items.size());
        for (Reported item : items) {
            RecommendationToken shown = item.recommendation();
            if (shown == null) {
                events.add(item.event());
            } else {
                recommendations.computeIfAbsent(shown.id(), id -> shown.asParameter());
                Map<String, Object> event = new LinkedHashMap<>(item.event());
                event.put("recommendationId", shown.id().toString());
                events.add(event);
            }
        }
        Map<String, Object> parameters = Map.of(
                "events", events,
                "recommendations", List.copyOf(recommendations.values()),
                "config", settings.asParameter());
        return transaction.run(RECORD, parameters).list(PluginRow::written);
    }

    @Override
    public int order() {
        return AFTER_ORDERS_AND_CUSTOMERS;
    }

    @Override
    public String name() {
        return "events";
    }
}
