package org.cartograph.service.events;

import java.util.concurrent.CompletableFuture;
import org.cartograph.service.feedback.FeedbackSettings;
import org.cartograph.service.problem.LargestBody;
import org.cartograph.service.token.Tokens;
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

/** What did shoppers do? */
@RestController
@RequestMapping(path = "/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
final class Events {

    private final JsonItems json;
    private final Tokens tokens;
    private final FeedbackSettings settings;
    private final GroupCommit writing;
    private final EventBatch batch;

    Events(JsonItems json, Tokens tokens, FeedbackSettings settings, GroupCommit writing) {
        this.json = json;
        this.tokens = tokens;
        this.settings = settings;
        this.writing = writing;
        this.batch = new EventBatch(settings);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<WriteAnswer> take(
            @LargestBody(megabytes = JsonItems.LARGEST_BODY) @ItemsOf(ReportedEvent.class) @RequestBody JsonNode body) {
        Items<Reported> events = json.read(body, ReportedEvent.class, "eventId").map(this::reported);
        return events.write(good -> writing.commit(batch, good));
    }

    private Reported reported(ReportedEvent event) {
        String token = event.recommendationId();
        return new Reported(event.asParameter(), token == null ? null : tokens.read(token, settings.clockSkew()));
    }
}
