package org.cartograph.model;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** A map written as Cypher would write it, because a node cannot hold maps and people should be able to paste it. */
final class CypherMap {
    private CypherMap() {}

    static String of(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(entry -> key(String.valueOf(entry.getKey())) + ": " + value(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String key(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? key : "`" + key.replace("`", "``") + "`";
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(CypherMap::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
