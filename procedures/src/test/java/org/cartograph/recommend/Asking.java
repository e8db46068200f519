package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;

/** The calls that tests of recommendations make. */
final class Asking {
    private Asking() {}

    /** The box that a page is about, unless the request names others: one for each page but the product's. */
    private static final Map<String, String> MAIN =
            Map.of("cart", "complete-the-basket", "post-purchase", "bought-next", "home", "for-you");

    private static String main(String context, String request) {
        boolean whole = !MAIN.containsKey(context) || request.contains("placements");
        String others = request.equals("{}") ? "}" : ", " + request.substring(1);
        return whole ? request : "{placements: ['" + MAIN.get(context) + "']" + others;
    }

    static List<Map<String, Object>> recommend(String context, String given) {
        String request = main(context, given);
        return rows("CALL cartograph.recommend('" + context + "', " + request + ")"
                + " YIELD rank, productId, score, source, fallback, reasons RETURN *");
    }

    static Map<String, Object> answer(String context, String given) {
        String request = main(context, given);
        List<Map<String, Object>> rows = rows("CALL cartograph.answer('" + context + "', " + request + ")");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    static List<String> ids(String context, String request) {
        return recommend(context, request).stream()
                .map(item -> (String) item.get("productId"))
                .toList();
    }

    static Map<String, Object> reason(Map<String, Object> item) {
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> reasons = (List<Map<String, Object>>) item.get("reasons");
        return reasons.get(0);
    }
}
