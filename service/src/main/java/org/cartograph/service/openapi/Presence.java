package org.cartograph.service.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says which fields of a record are always there and which may be null.
 *
 * <p>What the record's constructor takes as null, a request may leave out or send as null. An answer has every field, null
 * or not, unless its record leaves out what is.
 */
final class Presence {

    private final Class<?> type;
    private final ObjectNode schema;

    Presence(Class<?> type, ObjectNode schema) {
        this.type = type;
        this.schema = schema;
    }

    void describe(boolean asked) {
        RecordComponent[] components = type.getRecordComponents();
        AnnotatedType[] taken = constructor(components).getAnnotatedParameterTypes();
        ArrayNode required = schema.arrayNode();
        for (int index = 0; index < components.length; index++) {
            String name = components[index].getName();
            if (schema.path("properties").get(name) instanceof ObjectNode field) {
                boolean mayBeNull = taken[index].isAnnotationPresent(Nullable.class);
                boolean leftOut = asked ? mayBeNull : leavesOut(components[index], mayBeNull);
                if (mayBeNull && (asked || !leftOut)) {
                    orNull(field);
                }
                if (!leftOut) {
                    required.add(name);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private Constructor<?> constructor(RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean leavesOut(RecordComponent component, boolean mayBeNull) {
        return includes(component.getAccessor(), JsonInclude.Include.NON_DEFAULT)
                || (mayBeNull
                        && (includes(component.getAccessor(), JsonInclude.Include.NON_NULL)
                                || includes(type, JsonInclude.Include.NON_NULL)));
    }

    private static boolean includes(AnnotatedElement element, JsonInclude.Include what) {
        JsonInclude include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == what;
    }

    private static void orNull(ObjectNode field) {
        if (field.has("$ref")) {
            ObjectNode reference = field.objectNode().set("$ref", field.remove("$ref"));
            field.putArray("oneOf").add(reference).addObject().put("type", "null");
        } else if (field.path("type").isTextual()) {
            String type = field.path("type").asText();
            field.putArray("type").add(type).add("null");
        }
    }
}
