package org.cartograph.service.orders;

import java.util.concurrent.CompletableFuture;
import org.cartograph.service.problem.LargestBody;
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

    private final OrderIntake orders;

    Orders(OrderIntake orders) {
        this.orders = orders;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<WriteAnswer> take(
            @LargestBody(megabytes = JsonItems.LARGEST_BODY) @ItemsOf(OrderMessage.class) @RequestBody JsonNode body) {
        return orders.take(body);
    }
}
