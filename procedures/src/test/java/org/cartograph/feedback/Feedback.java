package org.cartograph.feedback;

import static org.cartograph.fixture.TestDatabase.rows;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.jspecify.annotations.Nullable;

/**
 * What a storefront sends, in the corner shop. The answer {@code a1} was given an hour ago on the cart page:
 *
 * <pre>
 * complete-the-basket   1 butter (via bread)   2 jam
 * dont-forget           1 milk (explored)
 * </pre>
 */
final class Feedback {
    static final ZonedDateTime NOW = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);

    private Feedback() {}

    static ZonedDateTime ago(long minutes) {
        return NOW.minusMinutes(minutes);
    }

    static void open() {
        CornerShop.open();
    }

    static Map<String, Object> answer(String id, Object... more) {
        return answerOf(
                id,
                List.of(
                        Map.of(
                                "placement",
                                "complete-the-basket",
                                "productId",
                                "butter",
                                "rank",
                                1,
                                "score",
                                1.0,
                                "source",
                                "BOUGHT_TOGETHER",
                                "via",
                                "bread"),
                        Map.of(
                                "placement",
                                "complete-the-basket",
                                "productId",
                                "jam",
                                "rank",
                                2,
                                "score",
                                0.5,
                                "source",
                                "BOUGHT_TOGETHER"),
                        Map.of(
                                "placement",
                                "dont-forget",
                                "productId",
                                "milk",
                                "rank",
                                1,
                                "usualRank",
                                0,
                                "score",
                                0.2,
                                "source",
                                "explore")),
                more);
    }

    static Map<String, Object> answerOf(String id, List<Map<String, Object>> items, Object... more) {
        Map<String, Object> answer = new HashMap<>(
                Map.of("id", id, "at", ago(60), "context", "cart", "variants", List.of("prices/dear"), "items", items));
        answer.putAll(map(more));
        return answer;
    }

    /** An event that is an outcome of the answer {@code a1}. */
    static Map<String, Object> outcome(String type, Object... more) {
        Map<String, Object> event = event(type, "recommendationId", "a1");
        event.putAll(map(more));
        return event;
    }

    static Map<String, Object> event(String type, Object... more) {
        Map<String, Object> event = new HashMap<>(Map.of("type", type));
        event.putAll(map(more));
        return event;
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Sends events in one group, which may come from the answer {@code a1}; gives what became of each. */
    static List<String> send(Map<?, ?>... events) {
        return send(List.of(answer("a1")), List.of(events));
    }

    static List<String> send(List<Map<String, Object>> answers, List<?> events) {
        List<String> verdicts = new ArrayList<>();
        rows(
                        "CALL cartograph.feedback.record($events, $answers)",
                        Map.of("events", new ArrayList<>(events), "answers", answers))
                .forEach(row -> verdicts.add(
                        row.get("reason") == null ? (String) row.get("status") : (String) row.get("reason")));
        return verdicts;
    }

    /** A line of an order. */
    static Map<String, Object> line(String product, int quantity, @Nullable Double price) {
        Map<String, Object> line = new HashMap<>(Map.of("productId", product, "quantity", quantity));
        line.put("unitPrice", price);
        return line;
    }

    /** Writes an order in euros, as the statements of import do. */
    static void order(String id, String customer, int minutesAgo, Map<?, ?>... lines) {
        rows("""
                MERGE (o:Order {id: $id}) SET o.currency = 'EUR'
                MERGE (c:Customer {id: $customer})
                WITH c
                UNWIND $lines AS line
                MATCH (p:Product {id: line.productId})
                CREATE (c)-[:PURCHASED {orderId: $id, at: $at, quantity: line.quantity, unitPrice: line.unitPrice}]->(p)""", Map.of("id", id, "customer", customer, "at", ago(minutesAgo), "lines", Arrays.asList(lines)));
    }

    /** Takes the lines of an order away. */
    static void cancel(String id, String customer) {
        rows(
                "MATCH (:Customer {id: $customer})-[p:PURCHASED {orderId: $id}]->() DELETE p",
                Map.of("id", id, "customer", customer));
    }

    static Map<String, Object> attribute(String order, @Nullable String customer) {
        return attribute(order, customer, null);
    }

    static Map<String, Object> attribute(String order, @Nullable String customer, @Nullable String visitor) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("order", order);
        parameters.put("customer", customer);
        parameters.put("visitor", visitor);
        return rows(
                        "CALL cartograph.feedback.attribute([{orderId: $order, customerId: $customer, visitorId: $visitor}])",
                        parameters)
                .get(0);
    }

    /** What a recommendation keeps of a product. */
    static Map<String, Object> shown(String recommendation, String product) {
        List<Map<String, Object>> found = rows(
                "MATCH (:Recommendation {id: $id})-[s:SHOWED]->(:Product {id: $product}) RETURN properties(s) AS shown",
                Map.of("id", recommendation, "product", product));
        return found.isEmpty() ? Map.of() : properties(found.get(0).get("shown"));
    }

    /** The properties of somebody's facts of a type, as {@code product: properties}. */
    static Map<String, Map<String, Object>> facts(String shopper, String type) {
        Map<String, Map<String, Object>> facts = new HashMap<>();
        rows(
                        "MATCH (:Customer {id: $id})-[f:" + type
                                + "]->(n) RETURN coalesce(n.id, n.text) AS of, properties(f) AS fact",
                        Map.of("id", shopper))
                .forEach(row -> facts.put((String) row.get("of"), properties(row.get("fact"))));
        return facts;
    }

    static long count(String pattern) {
        return (long) rows("MATCH " + pattern + " RETURN count(*) AS n").get(0).get("n");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Object map) {
        return (Map<String, Object>) map;
    }
}
