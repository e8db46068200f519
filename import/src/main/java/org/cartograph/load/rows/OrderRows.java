package org.cartograph.load.rows;

import static org.cartograph.load.columns.Columns.cell;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Line;
import org.cartograph.load.values.ShopId;
import org.cartograph.load.values.ShopNumber;
import org.cartograph.load.values.ShopTime;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an order file. */
public final class OrderRows {

    private final Columns columns;
    private final ShopTime orderedTime;
    private final ShopTime updatedTime;
    private final int order;
    private final int customer;
    private final int at;
    private final int product;
    private final int quantity;
    private final int unitPrice;
    private final int updatedAt;
    private final int status;
    private final int currency;

    public OrderRows(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.orderedTime = new ShopTime(zone);
        this.updatedTime = new ShopTime(zone);
        this.order = columns.index("order_id");
        this.customer = columns.index("customer_id");
        this.at = columns.index("ordered_at");
        this.product = columns.index("product_id");
        this.quantity = columns.index("quantity");
        this.unitPrice = columns.index("unit_price");
        this.updatedAt = columns.index("updated_at");
        this.status = columns.index("status");
        this.currency = columns.index("currency");
    }

    /** What the row says. */
    public OrderRow read(List<String> fields) {
        String orderId = ShopId.of(columns.nameOf("order_id"), cell(fields, order));
        String customerId = cell(fields, customer);
        OffsetDateTime ordered = orderedTime.of(columns.nameOf("ordered_at"), cell(fields, at));
        String updated = cell(fields, updatedAt);
        String price = cell(fields, unitPrice);
        Line line = new Line(
                ShopId.of(columns.nameOf("product_id"), cell(fields, product)),
                ShopNumber.positive(columns.nameOf("quantity"), cell(fields, quantity)),
                price.isEmpty() ? null : ShopNumber.notNegative(columns.nameOf("unit_price"), price));
        return new OrderRow(
                orderId,
                customerId.isEmpty() ? null : ShopId.of(columns.nameOf("customer_id"), customerId),
                ordered,
                updated.isEmpty() ? ordered : updatedTime.of(columns.nameOf("updated_at"), updated),
                orNull(cell(fields, status)),
                orNull(cell(fields, currency)),
                line);
    }

    /** The order a row belongs to, whatever else is wrong with it; empty if it cannot be told. */
    public String orderOf(List<String> fields) {
        return order < fields.size() ? fields.get(order).strip() : "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
