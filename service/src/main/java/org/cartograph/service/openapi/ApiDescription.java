package org.cartograph.service.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the document from what springdoc found and what the supplements say. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** Read as a tree, an example keeps its nulls. */
    private static final ObjectMapper READER = Json31.mapper().copy().addMixIn(Example.class, AsTree.class);

    interface AsTree {
        @JsonDeserialize(as = JsonNode.class)
        void setValue(Object value);
    }

    /** Its address is left to whoever reads it: the one from which it came. */
    @Bean
    OpenAPI api() {
        return new OpenAPI(SpecVersion.V31).addServersItem(new Server().url("/"));
    }

    @Bean
    GlobalOpenApiCustomizer description(ListedItems items, KnownRecords records) {
        return api -> {
            items.describeIn(api);
            OpenAPI complete = complete(Json31.mapper().valueToTree(api), records);
            api.info(complete.getInfo())
                    .tags(complete.getTags())
                    .security(complete.getSecurity())
                    .paths(complete.getPaths())
                    .components(complete.getComponents());
        };
    }

    private static OpenAPI complete(ObjectNode api, KnownRecords records) {
        PlainWords.write(api);
        Schemas schemas = new Schemas(api);
        schemas.describePresence(records);
        Supplements.layOver(api);
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                CommonProblems.addTo((ObjectNode) operation);
                sort(operation, "responses");
            }
        }
        Schemas used = new Schemas(api);
        used.closeRequests();
        used.dropOthers();
        sort(api, "paths");
        sort(api.path("components"), "schemas");
        api.path("components").path("schemas").properties().stream()
                .filter(schema -> records.behind(schema.getKey()).isEmpty())
                .forEach(schema -> sort(schema.getValue(), "properties"));
        try {
            return READER.treeToValue(api, OpenAPI.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Springdoc finds things in the order of the class path. */
    private static void sort(JsonNode parent, String name) {
        if (parent.path(name) instanceof ObjectNode map) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            map.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            map.removeAll();
            map.setAll(sorted);
        }
    }
}
