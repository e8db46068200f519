package org.cartograph.service.products;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Attribute;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.JsonMistake;
import tools.jackson.databind.JsonNode;

/**
 * All values a product has of one attribute.
 *
 * @param key        spelled as the loader spells it: {@code screenSize} is {@code screen_size}
 * @param attributes none takes away what it had
 */
record AttributeValues(String key, Set<Attribute> attributes) {

    private static final int LONGEST_KEY = 64;
    private static final int MOST_VALUES = 100;

    /** Made by the shop's own price and name, not by hand. */
    private static final Set<String> DERIVED = Set.of("price_band", "token");

    /**
     * Reads a value, a list of them, or null for none. Numbers and truths count as their text.
     *
     * @throws InvalidRequest when it is none of these
     */
    static AttributeValues of(String name, JsonNode given) {
        String field = "attributes." + (name.length() <= LONGEST_KEY ? name : name.substring(0, LONGEST_KEY) + "…");
        String key = Columns.plain(name);
        if (key.isEmpty() || key.length() > LONGEST_KEY || DERIVED.contains(key)) {
            throw new InvalidRequest(
                    "`%s` is no key a product can be given; it must have 1 to %d letters or digits, and %s are derived."
                            .formatted(field, LONGEST_KEY, "price_band and token"));
        }
        List<JsonNode> values = given.isArray() ? given.asArray().valueStream().toList() : List.of(given);
        if (values.size() > MOST_VALUES) {
            throw new InvalidRequest(
                    "`%s` must have at most %d values, but had %,d.".formatted(field, MOST_VALUES, values.size()));
        }
        Set<Attribute> attributes = new LinkedHashSet<>();
        if (!given.isNull()) {
            values.forEach(value -> attributes.add(new Attribute(key, text(field, value))));
        }
        return new AttributeValues(key, attributes);
    }

    private static String text(String field, JsonNode value) {
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            throw new InvalidRequest(JsonMistake.mustBe(field, "a text, or a list of texts", value));
        }
        String text = value.asString().strip();
        if (text.isEmpty() || text.length() > Attribute.LONGEST_VALUE) {
            throw new InvalidRequest("`%s` must have 1 to %d characters, but had %,d."
                    .formatted(field, Attribute.LONGEST_VALUE, text.length()));
        }
        return text;
    }
}
