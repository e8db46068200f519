package org.cartograph.service.writing;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.JsonMistake;
import org.cartograph.service.writing.Items.Good;
import org.cartograph.service.writing.Items.Item;
import org.cartograph.service.writing.Items.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON list of which each item is read by itself, so that one bad item refuses itself alone. */
@Component
public final class JsonItems {

    /** Most items of a request. */
    public static final int MOST = 1_000;

    /** Megabytes that {@link #MOST} items may take: an event with the longest token has 2.3 KB. */
    public static final int LARGEST_BODY = 4;

    private final JsonMapper json;

    JsonItems(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @param body    a list of 1 to {@link #MOST} objects; one object counts as a list of one
     * @param type    a record; its constructor may refuse an item with {@link InvalidRequest}
     * @param idField the field with the caller's own key of an item, by which a refusal names it
     * @throws InvalidRequest when the body is no such list
     */
    public <T> Items<T> read(JsonNode body, Class<T> type, String idField) {
        if (body.isObject()) {
            return new Items<>(List.of(item(body, type, idField)));
        }
        if (!body.isArray()) {
            throw new InvalidRequest(JsonMistake.mustBe("body", "a list of objects", body));
        }
        if (body.isEmpty() || body.size() > MOST) {
            throw new InvalidRequest(
                    "The body must have between 1 and %,d items, but had %,d.".formatted(MOST, body.size()));
        }
        List<Item<T>> items = new ArrayList<>(body.size());
        for (JsonNode node : body) {
            items.add(item(node, type, idField));
        }
        return new Items<>(items);
    }

    private <T> Item<T> item(JsonNode node, Class<T> type, String idField) {
        String id = id(node.path(idField));
        if (!node.isObject()) {
            return new Refused<>(id, JsonMistake.mustBe("item", "an object", node));
        }
        try {
            return new Good<>(id, json.treeToValue(node, type));
        } catch (JacksonException mistake) {
            return new Refused<>(id, JsonMistake.sentence(mistake, () -> node));
        }
    }

    private static @Nullable String id(JsonNode field) {
        return field.isString() ? field.asString() : null;
    }
}
