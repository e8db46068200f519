package org.cartograph.load.rows;

import static org.cartograph.load.columns.Columns.cell;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Return;
import org.cartograph.load.values.BadValueException;
import org.cartograph.load.values.ShopId;
import org.cartograph.load.values.ShopNumber;
import org.cartograph.load.values.ShopTime;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of returns. Quantities may be negative, as in a book of credit notes, or not. */
public final class ReturnRows {

    private final Columns columns;
    private final ShopTime time;
    private final int order;
    private final int customer;
    private final int at;
    private final int product;
    private final int quantity;

    public ReturnRows(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.time = new ShopTime(zone);
        this.order = columns.index("order_id");
        this.customer = columns.index("customer_id");
        this.at = columns.index("returned_at");
        this.product = columns.index("product_id");
        this.quantity = columns.index("quantity");
    }

    /** What the row says; null for an adjustment that names no customer. */
    public @Nullable Return read(List<String> fields) {
        String orderId = ShopId.of(columns.nameOf("order_id"), cell(fields, order));
        String productId = ShopId.of(columns.nameOf("product_id"), cell(fields, product));
        OffsetDateTime returned = time.of(columns.nameOf("returned_at"), cell(fields, at));
        String pieces = cell(fields, quantity);
        if (!pieces.isEmpty()
                && ShopNumber.of(columns.nameOf("quantity"), pieces).signum() == 0) {
            throw new BadValueException("`%s` must not be 0.".formatted(columns.nameOf("quantity")));
        }
        String customerId = cell(fields, customer);
        return customerId.isEmpty()
                ? null
                : new Return(ShopId.of(columns.nameOf("customer_id"), customerId), productId, orderId, returned);
    }
}
