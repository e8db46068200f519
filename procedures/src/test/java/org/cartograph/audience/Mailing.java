package org.cartograph.audience;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens in the corner shop before letters are written, and who gets one. */
final class Mailing {
    static final int DAY = 24;

    private Mailing() {}

    /** A cause of every kind. */
    static void everything(String person) {
        happened(person, "ADDED_TO_CART", "honey", 20);
        happened(person, "VIEWED", "tea", 20);
        order(person, person + "0", 120 * DAY, "sled");
        order(person, person + "1", 80 * DAY, "sled");
        order(person, person + "2", 40 * DAY, "sled");
    }

    static void happened(String person, String what, String product, int hoursAgo) {
        rows(
                "MATCH (c:Customer {id: $person}), (p:Product {id: $product}) CREATE (c)-[:" + what
                        + " {at: datetime() - duration({hours: $hours, minutes: 1})}]->(p)",
                Map.of("person", person, "product", product, "hours", hoursAgo));
    }

    static void order(String person, String order, int hoursAgo, String... products) {
        rows(
                "MATCH (c:Customer {id: $person}) UNWIND $products AS id MATCH (p:Product {id: id}) "
                        + "CREATE (c)-[:PURCHASED {orderId: $order, "
                        + "at: datetime() - duration({hours: $hours})}]->(p)",
                Map.of("person", person, "order", order, "hours", hoursAgo, "products", List.of(products)));
    }

    @SuppressWarnings("unchecked")
    static Map<String, List<String>> who(String config) {
        return rows("CALL cartograph.audience(" + config + ")").stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("customerId"), row -> (List<String>) row.get("products")));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> boxes(String config) {
        return (List<Map<String, Object>>)
                rows("CALL cartograph.audience(" + config + ")").get(0).get("placements");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> box) {
        return (List<Map<String, Object>>) box.get("items");
    }

    static List<String> ids(Map<String, Object> box) {
        return items(box).stream().map(item -> (String) item.get("productId")).toList();
    }
}
