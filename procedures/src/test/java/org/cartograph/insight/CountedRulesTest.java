package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a question is narrowed, the rules are those that plain counting finds in the orders. */
class CountedRulesTest {
    private static final int PRODUCTS = 9;
    private static final int FEWEST = 2;

    private final List<Set<Integer>> orders = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areThoseOfPlainCounting(boolean plain) {
        open(plain);

        assertThat(rules("")).isEqualTo(counted(rule -> true));
        for (int product = 0; product < PRODUCTS; product++) {
            String id = "p" + product;
            assertThat(rules(", product: '" + id + "'")).isEqualTo(counted(rule -> rule.contains(id)));
            assertThat(rules(", antecedent: '" + id + "'"))
                    .isEqualTo(counted(rule -> rule.split(" > ")[0].contains(id)));
            assertThat(rules(", consequent: '" + id + "'")).isEqualTo(counted(rule -> rule.endsWith("> " + id)));
            assertThat(rules(", maximumItems: 2, product: '" + id + "'"))
                    .isEqualTo(counted(rule -> rule.contains(id) && !rule.contains("+")));
        }
    }

    private static Map<String, List<Long>> rules(String more) {
        String config = more.contains("maximumItems") ? more : ", maximumItems: 3" + more;
        Map<String, List<Long>> rules = new HashMap<>();
        rows("CALL cartograph.rules({limit: 100000, minimumOrders: " + FEWEST + config + "})")
                .forEach(rule -> assertThat(rules.put(
                                RulesTest.name(rule),
                                List.of(
                                        (Long) rule.get("orders"),
                                        (Long) rule.get("antecedentOrders"),
                                        (Long) rule.get("consequentOrders"),
                                        (Long) rule.get("allOrders"))))
                        .as("a rule stands once")
                        .isNull());
        return rules;
    }

    private Map<String, List<Long>> counted(Predicate<String> wanted) {
        Map<String, List<Long>> rules = new HashMap<>();
        for (int a = 0; a < PRODUCTS; a++) {
            for (int c = 0; c < PRODUCTS; c++) {
                put(rules, wanted, "p" + a + " > p" + c, Set.of(a), c);
                for (int b = a + 1; b < PRODUCTS; b++) {
                    put(rules, wanted, "p" + a + "+p" + b + " > p" + c, Set.of(a, b), c);
                }
            }
        }
        return rules;
    }

    private void put(
            Map<String, List<Long>> rules, Predicate<String> wanted, String name, Set<Integer> left, int right) {
        Set<Integer> whole = new TreeSet<>(left);
        whole.add(right);
        if (!left.contains(right) && wanted.test(name) && with(whole) >= FEWEST) {
            rules.put(name, List.of(with(whole), with(left), with(Set.of(right)), (long) orders.size()));
        }
    }

    private long with(Set<Integer> products) {
        return orders.stream().filter(order -> order.containsAll(products)).count();
    }

    /** Forty random orders of twelve customers; when not plain, with a product twice in one order. */
    private void open(boolean plain) {
        TestDatabase.empty();
        rows("UNWIND range(0, $last) AS i CREATE (:Product {id: 'p' + i})", Map.of("last", PRODUCTS - 1));
        Random random = new Random(7);
        for (int order = 0; order < 40; order++) {
            Set<Integer> products = new TreeSet<>();
            for (int line = random.nextInt(6); line >= 0; line--) {
                products.add(Math.min(random.nextInt(PRODUCTS), random.nextInt(PRODUCTS)));
            }
            orders.add(products);
            rows(
                    """
                    MERGE (c:Customer {id: $customer})
                    WITH c UNWIND $products AS i MATCH (p:Product {id: 'p' + i})
                    CREATE (c)-[:PURCHASED {orderId: $order, at: datetime()}]->(p)""",
                    Map.of(
                            "customer", "c" + order % 12,
                            "order", "o" + order,
                            "products", List.copyOf(products)));
        }
        if (!plain) {
            rows("MATCH (c:Customer)-[r:PURCHASED]->(p:Product {id: 'p0'}) WITH c, r, p LIMIT 3 "
                    + "CREATE (c)-[:PURCHASED {orderId: r.orderId, at: r.at}]->(p)");
        }
    }
}
