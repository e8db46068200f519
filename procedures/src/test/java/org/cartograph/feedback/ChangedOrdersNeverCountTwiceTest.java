package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cartograph.fixture.Dice;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to orders after they were counted, in whatever order: new versions, cancellations, refunds, logins,
 * clicks that come late, people who leave. After each step the sums are those of the orders as they stand.
 */
class ChangedOrdersNeverCountTwiceTest {
    private static final List<String> PRODUCTS = List.of("butter", "jam", "milk", "sled");
    private static final List<String> ORDERS = List.of("o21", "o22", "o23");
    private static final List<Map<String, Object>> ANSWERS = IntStream.range(0, 3)
            .mapToObj(number -> answer("a" + number, "shared", number == 2))
            .toList();

    /** Each product of an order counts for one recommendation at most, for as much as the order says it cost. */
    private static final String WRONG_LINES = """
            MATCH (r:Recommendation)-[s:SHOWED]->(p:Product) WHERE s.orderId IS NOT NULL
            WITH s.orderId AS order, p, collect(s) AS counted
            OPTIONAL MATCH (c:Customer)-[line:PURCHASED]->(p) WHERE line.orderId = order
            WITH order, p, counted, collect(line) AS lines
            WHERE size(counted) <> 1 OR size(lines) <> 1 OR counted[0].boughtAt IS NULL
               OR abs(counted[0].revenue - lines[0].quantity * lines[0].unitPrice) > 1e-9
            RETURN order, p.id AS product, counted, lines""";

    /** A sale without an order is one that was taken back, or that nobody ordered: here none is. */
    private static final String SALES_OF_NOTHING =
            "MATCH ()-[s:SHOWED]->(p) WHERE s.boughtAt IS NOT NULL AND s.orderId IS NULL AND NOT $left RETURN p.id, s";

    private static final String WRONG_HALO = """
            MATCH (r:Recommendation)
            OPTIONAL MATCH (o:Order {haloOf: r.id})
            WITH r, count(o) AS orders, sum(coalesce(o.haloRevenue, 0.0)) AS revenue
            WHERE NOT $left AND (coalesce(r.haloOrders, 0) <> orders OR abs(coalesce(r.haloRevenue, 0.0) - revenue) > 1e-6)
            RETURN r.id, r.haloOrders, r.haloRevenue, orders, revenue""";

    private static final String TWICE_BOUGHT = """
            MATCH (:Customer)-[line:PURCHASED]->(p:Product) WHERE line.orderId IN $orders
            WITH line.orderId AS order, p, count(*) AS lines WHERE lines > 1 RETURN order, p.id, lines""";

    private boolean someoneLeft;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void afterEveryStep(long seed) {
        Feedback.open();
        Dice dice = new Dice(seed);
        List<String> story = new ArrayList<>();
        boolean counted = false;
        for (int step = 0; step < 25; step++) {
            story.add(happen(dice, step));

            Map<String, Object> about = Map.of("left", someoneLeft, "orders", ORDERS);
            for (String wrong : List.of(WRONG_LINES, SALES_OF_NOTHING, WRONG_HALO, TWICE_BOUGHT)) {
                assertThat(rows(wrong, about)).as("%s after %s", wrong, story).isEmpty();
            }
            counted |= Feedback.count("()-[s:SHOWED]->() WHERE s.orderId IS NOT NULL") > 0;
        }
        assertThat(counted).as("anything was ever counted in %s", story).isTrue();
    }

    private String happen(Dice dice, int step) {
        String product = dice.any(PRODUCTS.subList(0, 3));
        String order = dice.any(ORDERS);
        String who = dice.any(List.of("ann", "v1"));
        String key = who.equals("v1") ? "visitorId" : "customerId";
        switch (dice.roll(8)) {
            case 0, 1, 2 -> {
                // An answer that is not shared has one reader.
                String answer = dice.any(List.of("a0", "a1", "a2"));
                send(
                        ANSWERS,
                        List.of(outcome(
                                "click",
                                "recommendationId",
                                answer,
                                "productId",
                                product,
                                key,
                                who,
                                "at",
                                ago(5 + dice.roll(20)))));
                return who + " clicks " + product + " in " + answer;
            }
            case 3, 4 -> {
                List<String> lines =
                        PRODUCTS.stream().filter(one -> dice.chance(50)).toList();
                place(order, "ann", lines, 1 + dice.roll(3));
                return "ann orders " + lines + " as " + order;
            }
            case 5 -> {
                send(event("refund", "customerId", "ann", "orderId", order, "productId", product, "at", ago(1)));
                return "ann returns " + product + " of " + order;
            }
            case 6 -> {
                rows("CALL cartograph.customer.merge('v1', 'ann')");
                return "v1 is ann";
            }
            default -> {
                if (step < 15) {
                    rows(
                            "MATCH (o:Order) WHERE o.erased IS NULL WITH o.id AS id "
                                    + "CALL cartograph.feedback.attribute([{orderId: id, customerId: 'ann', visitorId: 'v1'}]) YIELD orderId RETURN orderId");
                    return "all is counted again";
                }
                rows("CALL cartograph.customer.forget('ann')");
                someoneLeft = true;
                return "ann leaves";
            }
        }
    }

    /** As the service writes a newer version of an order. */
    private static void place(String id, String customer, List<String> lines, int quantity) {
        if (!rows("MATCH (o:Order {id: $id, erased: true}) RETURN o", Map.of("id", id))
                .isEmpty()) {
            return;
        }
        Map<String, Object> order = new HashMap<>(
                Map.of("id", id, "customer", customer, "lines", lines, "quantity", quantity, "at", ago(2)));
        rows("MERGE (o:Order {id: $id}) SET o.currency = 'EUR', o.updatedAt = datetime()", order);
        rows("MATCH (:Customer {id: $customer})-[line:PURCHASED]->() WHERE line.orderId = $id DELETE line", order);
        rows(
                "MERGE (c:Customer {id: $customer}) WITH c UNWIND $lines AS product MATCH (p:Product {id: product}) "
                        + "CREATE (c)-[:PURCHASED {orderId: $id, at: $at, quantity: $quantity, unitPrice: p.price}]->(p)",
                order);
        rows("CALL cartograph.feedback.attribute([{orderId: $id, customerId: $customer, visitorId: 'v1'}])", order);
    }
}
