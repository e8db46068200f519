package org.cartograph.recommend;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;

/** How tests look into one box. */
final class OneBox {
    private OneBox() {}

    static void build() {
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0})");
    }

    /** Rows of one box that no fallback fills. */
    static List<Map<String, Object>> box(String context, String placement, String request) {
        return rows("CALL cartograph.recommend('" + context + "', {explore: false, placements: ['" + placement + "']"
                + (request.isEmpty() ? "" : ", " + request)
                + "}) YIELD productId, title, source, score, fallback, reasons WHERE NOT fallback RETURN *");
    }

    static List<Object> ids(List<Map<String, Object>> box) {
        return box.stream().map(item -> item.get("productId")).toList();
    }

    static String text(Map<String, Object> item) {
        return (String) Asking.reason(item).get("text");
    }

    static void product(String id, double price, String category) {
        rows(
                "MATCH (c:Category {value: $category}) CREATE (:Product {id: $id, name: $id, price: $price})-[:HAS]->(c)",
                Map.of("id", id, "price", price, "category", category));
    }
}
