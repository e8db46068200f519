package org.cartograph.service.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Everything that is held about one person.
 *
 * @param held the person's own properties first, then what they did, by kind and time
 */
record ExportAnswer(String customerId, List<Held> held) {

    /**
     * One thing.
     *
     * @param kind      Customer, Order, or the type of a relationship
     * @param at        when it happened, as ISO 8601; left out where that is not held
     * @param productId the product it is about; left out where it is about none
     * @param data      all that is held of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(String kind, @Nullable String at, @Nullable String productId, Map<String, Object> data) {

        static Held of(Record row) {
            return new Held(
                    row.get("kind").asString(),
                    row.get("at").isNull() ? null : text(row.get("at").asZonedDateTime()),
                    row.get("productId").isNull() ? null : row.get("productId").asString(),
                    plain(row.get("data").asMap()));
        }

        private static Map<String, Object> plain(Map<?, ?> properties) {
            Map<String, Object> plain = new TreeMap<>();
            properties.forEach((key, value) -> {
                if (value != null) {
                    plain.put(String.valueOf(key), plain(value));
                }
            });
            return plain;
        }

        /** As JSON can say it; what it has no type for as text. */
        private static Object plain(Object value) {
            if (value instanceof Map<?, ?> map) {
                return plain(map);
            }
            if (value instanceof List<?> list) {
                return list.stream().map(Held::plain).toList();
            }
            if (value instanceof TemporalAccessor time) {
                return text(time);
            }
            return value instanceof Number || value instanceof Boolean ? value : value.toString();
        }

        private static String text(TemporalAccessor time) {
            return time instanceof ZonedDateTime zoned
                    ? zoned.toOffsetDateTime().toString()
                    : time.toString();
        }
    }
}
