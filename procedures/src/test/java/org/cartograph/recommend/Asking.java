package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;

/** The calls that tests of recommendations make. */
final class Asking {
    private Asking() {}

    static List<Map<String, Object>> recommend(String context, String request) {
        return rows("CALL cartograph.recommend('" + context + "', " + request + ")"
                + " YIELD rank, productId, score, source, fallback, reasons RETURN *");
    }

    static Map<String, Object> answer(String context, String request) {
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
