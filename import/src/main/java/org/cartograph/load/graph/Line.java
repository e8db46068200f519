package org.cartograph.load.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One product of an order.
 *
 * @param productId the shop's key
 * @param quantity pieces, above 0; may be a fraction, such as kilograms
 * @param unitPrice money a piece, or null when unknown
 */
public record Line(
        String productId, BigDecimal quantity, @Nullable BigDecimal unitPrice) {

    private static final int DECIMALS = 6;

    /** This and another line of the same product as one: quantities summed, the price is the mean by quantity. */
    Line plus(Line other) {
        return new Line(productId, quantity.add(other.quantity), mean(other));
    }

    private @Nullable BigDecimal mean(Line other) {
        if (unitPrice == null || other.unitPrice == null) {
            return unitPrice == null ? other.unitPrice : unitPrice;
        }
        if (unitPrice.compareTo(other.unitPrice) == 0) {
            return unitPrice;
        }
        return unitPrice
                .multiply(quantity)
                .add(other.unitPrice.multiply(other.quantity))
                .divide(quantity.add(other.quantity), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
