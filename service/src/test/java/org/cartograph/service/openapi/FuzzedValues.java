package org.cartograph.service.openapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a schema, nearly fit it, or do not at all. */
final class FuzzedValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final int LARGEST = 5_000_000;

    private final Document document;
    private final Random random;
    private final OddTexts texts;

    FuzzedValues(Document document, Random random) {
        this.document = document;
        this.random = random;
        this.texts = new OddTexts(random);
    }

    private boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    JsonNode of(JsonNode given) {
        return of(given, 0);
    }

    private JsonNode of(JsonNode given, int depth) {
        JsonNode schema = document.resolved(given);
        if (depth > DEEPEST || onceIn(40)) {
            return anything(depth);
        }
        if (schema.has("oneOf")) {
            return of(texts.pick(schema.path("oneOf").valueStream().toList()), depth);
        }
        if (schema.has("enum") && !onceIn(20)) {
            return texts.pick(schema.path("enum").valueStream().toList());
        }
        return switch (type(schema)) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> integer(schema);
            case "number" -> number(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> anything(depth);
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return onceIn(6)
                    ? texts.pick(type.valueStream().toList()).asString()
                    : type.path(0).asString();
        }
        return type.asString("");
    }

    /** Also used for parameters of an address. */
    String text(JsonNode schema) {
        if (onceIn(12)) {
            return texts.odd();
        }
        if (onceIn(25)) {
            return texts.ofLength(schema.path("maxLength").asInt(onceIn(10) ? 100_000 : 64));
        }
        if (schema.path("format").asString("").equals("date-time")) {
            return Instant.now()
                    .minus(random.nextInt(100), ChronoUnit.HOURS)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        }
        return onceIn(3) ? "x" + random.nextInt(50) : texts.known();
    }

    private JsonNode integer(JsonNode schema) {
        BigInteger least = schema.path("minimum").asBigInteger(BigInteger.ZERO);
        BigInteger most = schema.path("maximum").asBigInteger(BigInteger.valueOf(Integer.MAX_VALUE));
        return switch (random.nextInt(12)) {
            case 0 -> JSON.numberNode(least.subtract(BigInteger.ONE));
            case 1 -> JSON.numberNode(most.add(BigInteger.ONE));
            case 2 -> JSON.numberNode(most);
            case 3 ->
                texts.pick(List.of(
                        JSON.numberNode(Long.MIN_VALUE),
                        JSON.numberNode(Long.MAX_VALUE),
                        JSON.numberNode(BigInteger.TEN.pow(40)),
                        JSON.numberNode(1.5),
                        JSON.numberNode(new BigDecimal("1E400"))));
            case 4 -> JSON.numberNode(least);
            default ->
                JSON.numberNode(
                        least.max(BigInteger.valueOf(random.nextInt(20))).min(most));
        };
    }

    private JsonNode number(JsonNode schema) {
        if (onceIn(6)) {
            return texts.pick(List.of(
                    JSON.numberNode(Double.MAX_VALUE),
                    JSON.numberNode(-Double.MAX_VALUE),
                    JSON.numberNode(Double.MIN_VALUE),
                    JSON.numberNode(-0.0),
                    JSON.numberNode(new BigDecimal("1E400")),
                    JSON.numberNode(new BigDecimal("1E-400")),
                    JSON.numberNode(Long.MAX_VALUE),
                    JSON.numberNode(schema.path("maximum").asDouble(1) + 1)));
        }
        double most = Math.min(schema.path("maximum").asDouble(100), 100);
        return JSON.numberNode(most * random.nextInt(101) / 100);
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = onceIn(100) ? schema.path("maxItems").asInt(100) + random.nextInt(2) : random.nextInt(4);
        JsonNode first = size > 50 ? of(schema.path("items"), depth + 1) : null;
        if (first != null && first.toString().length() > LARGEST / size) {
            return array.add(first);
        }
        for (int index = 0; index < size; index++) {
            array.add(first != null ? first : of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        schema.path("properties").properties().forEach(field -> {
            boolean wanted = required.contains(field.getKey()) ? !onceIn(30) : onceIn(3);
            if (wanted) {
                object.set(field.getKey(), of(field.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            for (int more = random.nextInt(3); more > 0; more--) {
                object.set(onceIn(8) ? texts.odd() : texts.known(), of(schema.path("additionalProperties"), depth + 1));
            }
        } else if (onceIn(40)) {
            object.set(texts.odd(), anything(depth + 1));
        }
        return object;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > DEEPEST ? 5 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> integer(JSON.objectNode());
            case 3 -> number(JSON.objectNode());
            case 4 -> JSON.stringNode(texts.odd());
            case 5 -> JSON.arrayNode().add(anything(depth + 1));
            default -> JSON.objectNode().set(texts.known(), anything(depth + 1));
        };
    }
}
