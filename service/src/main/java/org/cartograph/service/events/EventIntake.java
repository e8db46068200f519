package org.cartograph.service.events;

import java.util.concurrent.CompletableFuture;
import org.cartograph.service.feedback.FeedbackSettings;
import org.cartograph.service.token.Tokens;
import org.cartograph.service.writing.GroupCommit;
import org.cartograph.service.writing.Intake;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.JsonItems;
import org.cartograph.service.writing.WriteAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in events. */
@Component
final class EventIntake implements Intake<Reported> {

    private final JsonItems json;
    private final Tokens tokens;
    private final FeedbackSettings settings;
    private final GroupCommit writing;
    private final EventBatch batch;

    EventIntake(JsonItems json, Tokens tokens, FeedbackSettings settings, GroupCommit writing) {
        this.json = json;
        this.tokens = tokens;
        this.settings = settings;
        this.writing = writing;
        this.batch = new EventBatch(settings);
        writing.expect(batch);
    }

    @Override
    public String kind() {
        return batch.name();
    }

    @Override
    public Items<Reported> read(JsonNode body) {
        return json.read(body, ReportedEvent.class, "eventId").map(this::reported);
    }

    @Override
    public CompletableFuture<WriteAnswer> write(Items<Reported> events) {
        return writing.write(batch, events);
    }

    private Reported reported(ReportedEvent event) {
        String token = event.recommendationId();
        return new Reported(event.asParameter(), token == null ? null : tokens.read(token, settings.clockSkew()));
    }
}
