package org.cartograph.load;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.load.graph.Line;
import org.cartograph.load.graph.Order;
import org.cartograph.load.rows.OrderRow;
import org.jspecify.annotations.Nullable;

/**
 * Orders whose rows are still coming. An order is given out with its last row, so that only orders whose rows are scattered over the file take memory.
 */
final class OpenOrders {

    private final RowsPerOrder expected;
    private final Map<String, Gathered> open = new LinkedHashMap<>();

    OpenOrders(RowsPerOrder expected) {
        this.expected = expected;
    }

    /** Adds a row of an order, null if it was rejected; returns the order when this was its last row and any row was good. */
    @Nullable
    Finished add(String orderId, @Nullable OrderRow row) {
        Gathered order = open.computeIfAbsent(orderId, id -> new Gathered());
        order.add(row);
        if (!expected.isLast(orderId)) {
            return null;
        }
        open.remove(orderId);
        return order.rows.isEmpty() ? null : order.finish(orderId);
    }

    /** What is left at the end of the file: nothing, unless two orders share a hash. */
    Collection<Finished> rest() {
        List<Finished> rest = new ArrayList<>();
        open.forEach((id, order) -> {
            if (!order.rows.isEmpty()) {
                rest.add(order.finish(id));
            }
        });
        open.clear();
        return rest;
    }

    /**
     * An order with all its rows.
     *
     * @param order what to write
     * @param incomplete whether a row of it was rejected
     * @param summed rows that were added to another of the same product
     */
    record Finished(Order order, boolean incomplete, long summed) {}

    private static final class Gathered {

        private final List<OrderRow> rows = new ArrayList<>();
        private boolean incomplete;

        void add(@Nullable OrderRow row) {
            if (row == null) {
                incomplete = true;
            } else {
                rows.add(row);
            }
        }

        Finished finish(String id) {
            List<OrderRow> bought = rows.stream()
                    .filter(row -> !Order.isCancelled(row.status()))
                    .toList();
            OrderRow first = bought.isEmpty() ? rows.get(0) : bought.get(0);
            OffsetDateTime at = first.at();
            OffsetDateTime version = first.version();
            @Nullable String customerId = first.customerId();
            for (OrderRow row : rows) {
                at = row.at().isBefore(at) ? row.at() : at;
                version = row.version().isAfter(version) ? row.version() : version;
                customerId = customerId == null ? row.customerId() : customerId;
            }
            List<Line> lines = bought.stream().map(OrderRow::line).toList();
            // Without a version the corrected file replaces what was loaded, although it carries the same times.
            Order order =
                    new Order(id, customerId, at, incomplete ? null : version, first.status(), first.currency(), lines);
            return new Finished(order, incomplete, lines.size() - order.lines().size());
        }
    }
}
