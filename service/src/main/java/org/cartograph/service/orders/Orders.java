package org.cartograph.service.orders;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.feedback.FeedbackSettings;
import org.cartograph.service.problem.LargestBody;
import org.cartograph.service.writing.GroupCommit;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.ItemsOf;
import org.cartograph.service.writing.JsonItems;
import org.cartograph.service.writing.WriteAnswer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What was bought? */
@RestController
@RequestMapping(path = "/v1/orders", produces = MediaType.APPLICATION_JSON_VALUE)
final class Orders {

    private final JsonItems json;
    private final FeedbackSettings settings;
    private final GroupCommit writing;
    private final OrderBatch batch;

    Orders(JsonItems json, FeedbackSettings settings, GroupCommit writing) {
        this.json = json;
        this.settings = settings;
        this.writing = writing;
        this.batch = new OrderBatch(new Attribution(settings));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<WriteAnswer> take(
            @LargestBody(megabytes = JsonItems.LARGEST_BODY) @ItemsOf(OrderMessage.class) @RequestBody JsonNode body) {
        Instant latest = Instant.now().plus(settings.clockSkew());
        Items<PlacedOrder> orders =
                json.read(body, OrderMessage.class, "orderId").map(message -> message.checked(latest));
        return orders.write(good -> writing.commit(batch, good));
    }
}
