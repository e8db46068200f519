package org.cartograph.service.problem;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Says in one sentence what was wrong with a JSON body, in the words of the API and not of Java. */
final class JsonMistake {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonMistake() {}

    static String sentence(HttpMessageNotReadableException unreadable) {
        Throwable mistake = unreadable.getCause();
        InvalidRequest ours = invalidRequest(mistake);
        if (ours != null && ours.getMessage() != null) {
            return ours.getMessage();
        }
        if (mistake instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (mistake instanceof MismatchedInputException mismatch) {
            return "`%s` must be %s, but was %s."
                    .formatted(field(mismatch), wanted(mismatch.getTargetType()), came(mismatch, unreadable));
        }
        if (mistake instanceof InputCoercionException tooLarge) {
            return "`%s` must be %s, but was %s."
                    .formatted(field(tooLarge), wanted(tooLarge.getTargetType()), came(tooLarge, unreadable));
        }
        if (mistake instanceof JacksonException malformed && malformed.getLocation() != null) {
            return "The body must be a JSON object, but it is malformed at line %d, column %d."
                    .formatted(
                            malformed.getLocation().getLineNr(),
                            malformed.getLocation().getColumnNr());
        }
        return "The body must be a JSON object such as {\"context\": \"home\"}, but none could be read.";
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

    private static String came(JacksonException mistake, HttpMessageNotReadableException unreadable) {
        JsonNode node = whole(unreadable);
        for (JacksonException.Reference step : mistake.getPath()) {
            node = step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
        }
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
