package org.cartograph.service.recommendation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product the page is about, or one in the cart; in JSON also just its id.
 *
 * @param productId the shop's own key, at most 64 characters
 * @param quantity  pieces, 1 or more; one when null
 */
public record SeedProduct(String productId, @Nullable Integer quantity) {

    private static final int MOST_PIECES = 1_000_000;

    public SeedProduct {
        Check.required("products[].productId", productId);
        Check.between("products[].quantity", 1, MOST_PIECES, quantity);
    }

    @JsonCreator
    static SeedProduct of(
            @JsonProperty("productId") String productId, @JsonProperty("quantity") @Nullable Integer quantity) {
        return new SeedProduct(productId, quantity);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SeedProduct of(String productId) {
        return new SeedProduct(productId, null);
    }

    /** This seed as the plugin reads it. */
    Map<String, Object> asParameter() {
        return quantity == null ? Map.of("productId", productId) : Map.of("productId", productId, "quantity", quantity);
    }
}
