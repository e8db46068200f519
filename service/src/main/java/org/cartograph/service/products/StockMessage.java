package org.cartograph.service.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** How much of a product is left; {@code null} sells without counting, and has to be said. */
final class StockMessage {

    private @Nullable Long pieces;
    private boolean given;

    @JsonProperty("stock")
    void stock(@Nullable Long stock) {
        pieces = ProductMessage.checkedStock(stock);
        given = true;
    }

    @Nullable
    Long checked() {
        if (!given) {
            throw new InvalidRequest("`stock` must be given, but was missing.");
        }
        return pieces;
    }
}
