package org.cartograph.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds to each endpoint the problems that it shares with others; a supplement names those of its own. */
final class CommonProblems {

    /** What an endpoint says in its supplement, and the document does not. */
    private static final String OWN = "x-problems";

    private static final Set<Integer> ALWAYS = Set.of(400, 401, 403, 406, 429, 503);
    private static final Set<Integer> WITH_BODY = Set.of(408, 413, 415);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "BadRequest"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(408, "RequestTimeout"),
            Map.entry(413, "ContentTooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(503, "ServiceUnavailable"));

    private CommonProblems() {}

    static void addTo(ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        Set<Integer> statuses = new TreeSet<>(ALWAYS);
        if (operation.has("requestBody")) {
            statuses.addAll(WITH_BODY);
        }
        if (operation.remove(OWN) instanceof ArrayNode own) {
            for (JsonNode status : own) {
                statuses.add(status.asInt());
            }
        }
        statuses.forEach(status ->
                responses.putObject(String.valueOf(status)).put("$ref", "#/components/responses/" + NAMES.get(status)));
    }
}
