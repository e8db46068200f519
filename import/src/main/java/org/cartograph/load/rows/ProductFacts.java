package org.cartograph.load.rows;

import static org.cartograph.load.columns.Columns.ABSENT;
import static org.cartograph.load.columns.Columns.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.values.ShopNumber;
import org.cartograph.load.values.ShopTime;
import org.cartograph.load.values.YesNo;
import org.jspecify.annotations.Nullable;

/** The properties of a product that a row states. Properties whose columns the file does not have are not mentioned at all. */
final class ProductFacts {

    private final Columns columns;
    private final ShopTime time;

    ProductFacts(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.time = new ShopTime(zone);
    }

    boolean knowsPrices() {
        return has("price") || has("special_price");
    }

    /** What a customer pays now: the special price where there is one above 0. */
    @Nullable
    BigDecimal price(List<String> fields) {
        @Nullable BigDecimal regular = money(fields, "price");
        @Nullable BigDecimal special = money(fields, "special_price");
        return special != null && special.signum() > 0 ? special : regular;
    }

    Map<String, @Nullable Object> properties(List<String> fields, @Nullable BigDecimal price) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("name", text(fields, "name"));
        if (knowsPrices()) {
            facts.put("price", price == null ? null : price.doubleValue());
        }
        if (has("stock") || has("in_stock")) {
            facts.put("stock", stock(fields));
        }
        if (has("active") || has("status") || has("discontinued")) {
            facts.put("active", active(fields));
        }
        if (has("margin") || has("cost")) {
            facts.put("margin", margin(fields, price));
        }
        for (String column : List.of("url", "image")) {
            if (has(column)) {
                facts.put(column, text(fields, column));
            }
        }
        Map.of("released_at", "releasedAt", "available_from", "availableFrom", "available_until", "availableUntil")
                .forEach((column, property) -> {
                    if (has(column)) {
                        facts.put(property, time(fields, column));
                    }
                });
        return facts;
    }

    private @Nullable Long stock(List<String> fields) {
        String stock = value(fields, "stock");
        if (!stock.isEmpty()) {
            return ShopNumber.of(columns.nameOf("stock"), stock)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
        }
        @Nullable Boolean available = yesNo(fields, "in_stock");
        return available == null || available ? null : 0L;
    }

    private @Nullable Boolean active(List<String> fields) {
        @Nullable Boolean active = yesNo(fields, "active");
        @Nullable Boolean status = yesNo(fields, "status");
        @Nullable Boolean discontinued = yesNo(fields, "discontinued");
        if (active == null && status == null && discontinued == null) {
            return null;
        }
        return !Boolean.FALSE.equals(active) && !Boolean.FALSE.equals(status) && !Boolean.TRUE.equals(discontinued);
    }

    private @Nullable Double margin(List<String> fields, @Nullable BigDecimal price) {
        String margin = value(fields, "margin");
        if (!margin.isEmpty()) {
            return ShopNumber.of(columns.nameOf("margin"), margin).doubleValue();
        }
        @Nullable BigDecimal cost = money(fields, "cost");
        return cost == null || price == null ? null : price.subtract(cost).doubleValue();
    }

    private @Nullable BigDecimal money(List<String> fields, String column) {
        String text = value(fields, column);
        return text.isEmpty() ? null : ShopNumber.notNegative(columns.nameOf(column), text);
    }

    private @Nullable Boolean yesNo(List<String> fields, String column) {
        String text = value(fields, column);
        return text.isEmpty() ? null : YesNo.of(columns.nameOf(column), text);
    }

    private @Nullable Object time(List<String> fields, String column) {
        String text = value(fields, column);
        return text.isEmpty() ? null : time.of(columns.nameOf(column), text);
    }

    private @Nullable String text(List<String> fields, String column) {
        String text = value(fields, column);
        return text.isEmpty() ? null : text;
    }

    private boolean has(String column) {
        return columns.index(column) != ABSENT;
    }

    private String value(List<String> fields, String column) {
        return cell(fields, columns.index(column));
    }
}
