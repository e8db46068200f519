package org.cartograph.service.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.load.graph.Attribute;
import org.cartograph.load.graph.Product;
import org.cartograph.load.values.NameWords;
import org.cartograph.load.values.PriceBand;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.writing.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a shop's catalogue says of a product. A field that is not named changes nothing, null takes its fact away; so
 * fields are told apart by whether they are set at all, which a record could not tell.
 */
final class ProductMessage {

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final double MOST_MONEY = 1e12;
    private static final long MOST_PIECES = 1_000_000_000;

    private @Nullable String productId;
    private final Map<String, @Nullable Object> facts = new HashMap<>();
    private final Set<Attribute> attributes = new TreeSet<>();
    private final Set<String> keys = new TreeSet<>();

    @JsonProperty("productId")
    void productId(@Nullable String id) {
        productId = id;
    }

    @JsonProperty("name")
    void name(@Nullable String name) {
        facts.put("name", Check.optionalText("name", LONGEST_NAME, name));
        keys.add(Attribute.TOKEN);
        NameWords.of(name == null ? "" : name).forEach(word -> attributes.add(new Attribute(Attribute.TOKEN, word)));
    }

    @JsonProperty("price")
    void price(@Nullable Double price) {
        facts.put("price", Check.between("price", 0, MOST_MONEY, price));
        keys.add(Attribute.PRICE_BAND);
        String band = PriceBand.of(price == null ? null : BigDecimal.valueOf(price));
        if (band != null) {
            attributes.add(new Attribute(Attribute.PRICE_BAND, band));
        }
    }

    @JsonProperty("stock")
    void stock(@Nullable Long stock) {
        facts.put("stock", checkedStock(stock));
    }

    @JsonProperty("active")
    void active(@Nullable Boolean active) {
        facts.put("active", active);
    }

    @JsonProperty("url")
    void url(@Nullable String url) {
        facts.put("url", Check.optionalText("url", LONGEST_ADDRESS, url));
    }

    @JsonProperty("image")
    void image(@Nullable String image) {
        facts.put("image", Check.optionalText("image", LONGEST_ADDRESS, image));
    }

    @JsonProperty("margin")
    void margin(@Nullable Double margin) {
        facts.put("margin", Check.between("margin", -MOST_MONEY, MOST_MONEY, margin));
    }

    @JsonProperty("releasedAt")
    void releasedAt(@Nullable String time) {
        time("releasedAt", time);
    }

    @JsonProperty("availableFrom")
    void availableFrom(@Nullable String time) {
        time("availableFrom", time);
    }

    @JsonProperty("availableUntil")
    void availableUntil(@Nullable String time) {
        time("availableUntil", time);
    }

    @JsonProperty("attributes")
    void attributes(@Nullable Map<String, JsonNode> given) {
        Check.given("attributes", given).forEach((name, values) -> {
            AttributeValues read = AttributeValues.of(name, values);
            if (!keys.add(read.key())) {
                throw new InvalidRequest(
                        "`attributes` must name each key once, but had `%s` twice.".formatted(read.key()));
            }
            attributes.addAll(read.attributes());
        });
    }

    private void time(String field, @Nullable String time) {
        facts.put(field, time == null ? null : Check.time(field, time));
    }

    /** Pieces left; below 0 is sold out as well, with orders waiting. */
    static @Nullable Long checkedStock(@Nullable Long stock) {
        if (stock != null && (stock < -MOST_PIECES || stock > MOST_PIECES)) {
            throw new InvalidRequest(
                    "`stock` must be between %,d and %,d, but was %,d.".formatted(-MOST_PIECES, MOST_PIECES, stock));
        }
        return stock;
    }

    /** The product, ready to be written. */
    Product checked() {
        return new Product(Check.id("productId", productId), facts, attributes, keys, null);
    }
}
