package org.cartograph.service.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cartograph.service.RunningService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API as a caller reads it, to hold requests and answers against. */
final class Document {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final JsonNode closed;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private Document(JsonNode root) {
        this.root = root;
        this.closed = root.path("components").deepCopy();
        for (JsonNode schema : closed.path("schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    static Document of(RunningService service) {
        return new Document(service.get("/openapi").body());
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> endpoints.add(
                                new Endpoint(operation.getKey().toUpperCase(), path.getKey(), operation.getValue()))));
        return endpoints;
    }

    Optional<Endpoint> endpoint(String method, String path) {
        return endpoints().stream()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .findFirst();
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    JsonNode problems() {
        return root.path("components").path("responses");
    }

    /** What a reference leads to; anything else itself. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }

    /** What is wrong with a value that should fit a schema; fields that are not documented are. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", closed);
        return REGISTRY.getSchema(whole);
    }

    /** What is wrong with an answer that should be one of those that are documented. */
    List<String> faults(Endpoint endpoint, HttpResponse<String> answer) {
        JsonNode documented =
                resolved(endpoint.operation().path("responses").path(String.valueOf(answer.statusCode())));
        if (documented.isMissingNode()) {
            return List.of("status %d is not documented".formatted(answer.statusCode()));
        }
        List<String> faults = new ArrayList<>();
        documented.path("headers").properties().forEach(header -> {
            boolean required = resolved(header.getValue()).path("required").asBoolean(false);
            if (required && answer.headers().firstValue(header.getKey()).isEmpty()) {
                faults.add("%s is missing".formatted(header.getKey()));
            }
        });
        faults.addAll(faultsOfBody(documented.path("content"), answer));
        return faults;
    }

    private List<String> faultsOfBody(JsonNode content, HttpResponse<String> answer) {
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("a body came where none is documented");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", -1)[0];
        if (!content.has(type)) {
            return List.of("`%s` is not documented".formatted(type));
        }
        try {
            return faults(content.path(type).path("schema"), JsonMapper.shared().readTree(answer.body()));
        } catch (JacksonException noJson) {
            return List.of("the body is no JSON");
        }
    }

    /** What is wrong with an answer that should be a problem, whoever gave it. */
    List<String> faultsOfProblem(HttpResponse<String> answer) {
        return faultsOfBody(problems().path("BadRequest").path("content"), answer);
    }
}
