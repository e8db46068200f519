package org.cartograph.service.problem;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Says in one sentence what was wrong with JSON, in the words of the API and not of Java. */
public final class JsonMistake {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonMistake() {}

    static String sentence(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException mistake
                ? sentence(mistake, () -> whole(unreadable))
                : "The body must be JSON, but none could be read.";
    }

    /**
     * What was wrong.
     *
     * @param mistake what Jackson complained about
     * @param whole   the JSON it was about, to show what came
     */
    public static String sentence(JacksonException mistake, Supplier<JsonNode> whole) {
        InvalidRequest ours = invalidRequest(mistake);
        if (ours != null && ours.getMessage() != null) {
            return ours.getMessage();
        }
        if (mistake instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (mistake instanceof MismatchedInputException mismatch) {
            return mustBe(field(mismatch), wanted(mismatch.getTargetType()), at(mismatch, whole.get()));
        }
        if (mistake instanceof InputCoercionException tooLarge) {
            return mustBe(field(tooLarge), wanted(tooLarge.getTargetType()), at(tooLarge, whole.get()));
        }
        if (mistake instanceof StreamConstraintsException) {
            return StrictJson.LIMITS;
        }
        if (mistake.getLocation() != null) {
            return "The body must be JSON, but it is malformed at line %d, column %d."
                    .formatted(
                            mistake.getLocation().getLineNr(),
                            mistake.getLocation().getColumnNr());
        }
        return "The body must be JSON, but none could be read.";
    }

    /** Says that a field must be something else. */
    public static String mustBe(String field, String wanted, JsonNode came) {
        return "`%s` must be %s, but was %s.".formatted(field, wanted, described(came));
    }

    /** The sentence of a record's own check, which Jackson wraps. */
    private static @Nullable InvalidRequest invalidRequest(@Nullable Throwable mistake) {
        return Stream.<Throwable>iterate(mistake, cause -> cause != null, Throwable::getCause)
                .filter(InvalidRequest.class::isInstance)
                .map(InvalidRequest.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static String unknownField(UnrecognizedPropertyException unknown) {
        List<String> known = unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        return "`%s` is not a field here; allowed are %s.%s"
                .formatted(
                        field(unknown),
                        String.join(", ", known),
                        Suggestion.didYouMean(unknown.getPropertyName(), known));
    }

    private static String field(JacksonException mistake) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : mistake.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        return Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static JsonNode at(JacksonException mistake, JsonNode whole) {
        JsonNode node = whole;
        for (JacksonException.Reference step : mistake.getPath()) {
            node = step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
        }
        return node;
    }

    private static String described(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "a list";
        }
        return node.isMissingNode() ? "something else" : shortened(node.toString());
    }

    private static JsonNode whole(HttpMessageNotReadableException unreadable) {
        try {
            return JSON.readTree(unreadable.getHttpInputMessage().getBody());
        } catch (IOException | JacksonException unfinished) {
            return JSON.missingNode();
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
