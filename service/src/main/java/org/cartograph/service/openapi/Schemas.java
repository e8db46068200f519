package org.cartograph.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The schemas of a document, told apart by who sends them. */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode api;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> answered = new LinkedHashSet<>();

    Schemas(ObjectNode api) {
        this.api = api;
        api.path("components").path("responses").forEach(response -> follow(response, answered));
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                follow(operation.path("requestBody"), asked);
                follow(operation.path("responses"), answered);
            }
        }
    }

    private void follow(JsonNode node, Set<String> found) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith(REFERENCE) && found.add(reference.substring(REFERENCE.length()))) {
            follow(all().path(reference.substring(REFERENCE.length())), found);
        }
        node.forEach(child -> follow(child, found));
    }

    private JsonNode all() {
        return api.path("components").path("schemas");
    }

    /** Says of each field whether it may be missing. */
    void describePresence(KnownRecords records) {
        asked.forEach(name -> records.behind(name).ifPresent(type -> new Presence(type, one(name)).describe(true)));
        answered.forEach(name -> records.behind(name).ifPresent(type -> new Presence(type, one(name)).describe(false)));
    }

    private ObjectNode one(String name) {
        return (ObjectNode) all().path(name);
    }

    /** A field that no request has is a mistake, and is refused. */
    void closeRequests() {
        for (String name : asked) {
            if (all().path(name).has("properties")) {
                one(name).put("additionalProperties", false);
            }
        }
    }

    /** Drops what nobody sends. */
    void dropOthers() {
        Set<String> used = new LinkedHashSet<>(asked);
        used.addAll(answered);
        if (all() instanceof ObjectNode schemas) {
            schemas.retain(used);
        }
    }
}
