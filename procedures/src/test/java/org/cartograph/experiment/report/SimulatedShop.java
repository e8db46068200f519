package org.cartograph.experiment.report;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cartograph.fixture.TestDatabase;

/**
 * A shop with one product at 10, and an experiment that began ten days ago and of which the truth is known: each customer
 * met a variant nine days ago, and ordered since with the chance that the test says.
 */
final class SimulatedShop {
    private SimulatedShop() {}

    /** Opens the shop with a running experiment. */
    static void open(String config) {
        TestDatabase.empty();
        rows("CREATE (:Product {id: 'cup', name: 'Cup', price: 10.0, stock: 1000})");
        rows("CALL cartograph.experiment.create('test', " + config + ")");
        rows("CALL cartograph.experiment.start('test')");
        rows("MATCH (e:Experiment {name: 'test'}) SET e.startedAt = datetime() - duration({days: 10})");
    }

    /** Lets customers meet a variant. */
    static void meet(String variant, int customers) {
        rows(
                "MATCH (e:Experiment {name: 'test'}) UNWIND range(1, $customers) AS i CREATE (:Customer {id: $variant + i})"
                        + "-[:EXPOSED {variant: $variant, unit: $variant + i, at: datetime() - duration({days: 9})}]->(e)",
                Map.of("variant", variant, "customers", customers));
    }

    /** Lets customers of a variant order, each with a chance; what they like is a share of what they ordered before. */
    static void order(long seed, String variant, int customers, double chance) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int at = 1; at <= customers; at++) {
            if (random.nextDouble() < chance) {
                orders.add(Map.of(
                        "customer", variant + at, "order", "o" + variant + at, "quantity", 1 + random.nextInt(4)));
            }
        }
        order(orders, "{days: 5}");
    }

    /** Writes an order, so long ago. */
    static void order(String customer, String id, int quantity, String ago) {
        Map<String, Object> order = new HashMap<>(Map.of("customer", customer, "order", id, "quantity", quantity));
        order(List.of(order), ago);
    }

    private static void order(List<Map<String, Object>> orders, String ago) {
        rows(
                "MATCH (p:Product {id: 'cup'}) UNWIND $orders AS row MATCH (c:Customer {id: row.customer}) "
                        + "CREATE (c)-[:PURCHASED {orderId: row.order, at: datetime() - duration(" + ago
                        + "), quantity: row.quantity, unitPrice: 10.0}]->(p) CREATE (:Order {id: row.order, currency: 'EUR'})",
                Map.of("orders", orders));
    }

    /** The report's rows by variant. */
    static Map<String, Map<String, Object>> report() {
        Map<String, Map<String, Object>> report = new HashMap<>();
        rows("CALL cartograph.experiment.report('test')").forEach(row -> report.put((String) row.get("variant"), row));
        return report;
    }
}
