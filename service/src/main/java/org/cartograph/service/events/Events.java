package org.cartograph.service.events;

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

/** What did shoppers do? */
@RestController
@RequestMapping(path = "/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
final class Events {

    private final EventIntake events;

    Events(EventIntake events) {
        this.events = events;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<WriteAnswer> take(
            @LargestBody(megabytes = JsonItems.LARGEST_BODY) @ItemsOf(ReportedEvent.class) @RequestBody JsonNode body) {
        return events.take(body);
    }
}
