package org.cartograph.service.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One method at one address, as it is documented. */
record Endpoint(String method, String path, JsonNode operation) {

    String name() {
        return method + " " + path;
    }

    boolean takesABody() {
        return operation.has("requestBody");
    }

    JsonNode bodySchema() {
        return json().path("schema");
    }

    /** The bodies of the example requests; one empty text where none is taken. */
    List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        json().path("examples")
                .forEach(example -> bodies.add(example.path("value").toString()));
        return bodies.isEmpty() ? List.of("") : bodies;
    }

    private JsonNode json() {
        return operation.path("requestBody").path("content").path("application/json");
    }

    /** The role that its text names first. */
    String role() {
        return operation.path("x-roles").path(0).asString();
    }

    List<JsonNode> parameters(String in) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .toList();
    }

    /** Its address with the parameters of the example. */
    String examplePath() {
        String filled = path;
        for (JsonNode parameter : parameters("path")) {
            filled = filled.replace(
                    "{" + parameter.path("name").asString() + "}",
                    parameter.path("example").asString());
        }
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters("query")) {
            JsonNode example = parameter.path("example");
            List<JsonNode> values = example.isArray() ? example.valueStream().toList() : List.of(example);
            values.stream()
                    .filter(value -> !value.isMissingNode())
                    .forEach(value -> query.add(parameter.path("name").asString() + "="
                            + URLEncoder.encode(value.asString(), StandardCharsets.UTF_8)));
        }
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }
}
