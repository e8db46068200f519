package org.cartograph.service.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml31;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What code cannot say about the API: texts of the endpoints, ranges, examples, problems. Each supplement is a part of an
 * OpenAPI document that is laid over the one that was found: maps are joined, anything else is replaced, null removes.
 */
final class Supplements {

    private static final List<String> ALL =
            List.of("service", "recommendations", "writing", "customers", "experiments", "keys");

    private Supplements() {}

    static void layOver(ObjectNode api) {
        ALL.forEach(name -> join(api, read(name + ".yaml")));
    }

    private static ObjectNode read(String file) {
        try (InputStream content = Supplements.class.getResourceAsStream(file)) {
            return Yaml31.mapper().readValue(content, ObjectNode.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void join(ObjectNode below, ObjectNode above) {
        above.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                below.remove(entry.getKey());
            } else if (entry.getValue() instanceof ObjectNode map
                    && below.get(entry.getKey()) instanceof ObjectNode old) {
                join(old, map);
            } else {
                below.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
