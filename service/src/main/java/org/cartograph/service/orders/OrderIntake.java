package org.cartograph.service.orders;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.feedback.FeedbackSettings;
import org.cartograph.service.writing.GroupCommit;
import org.cartograph.service.writing.Intake;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.JsonItems;
import org.cartograph.service.writing.WriteAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in orders. */
@Component
final class OrderIntake implements Intake<PlacedOrder> {

    private final JsonItems json;
    private final FeedbackSettings settings;
    private final GroupCommit writing;
    private final OrderBatch batch;

    OrderIntake(JsonItems json, FeedbackSettings settings, GroupCommit writing) {
        this.json = json;
        this.settings = settings;
        this.writing = writing;
        this.batch = new OrderBatch(new Attribution(settings));
        writing.expect(batch);
    }

    @Override
    public String kind() {
        return batch.name();
    }

    @Override
    public Items<PlacedOrder> read(JsonNode body) {
        Instant latest = Instant.now().plus(settings.clockSkew());
        return json.read(body, OrderMessage.class, "orderId").map(message -> message.checked(latest));
    }

    @Override
    public CompletableFuture<WriteAnswer> write(Items<PlacedOrder> orders) {
        return writing.write(batch, orders);
    }
}
