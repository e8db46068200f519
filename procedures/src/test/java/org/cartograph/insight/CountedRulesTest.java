package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
        orders.addAll(RandomOrders.open(40, 6, PRODUCTS, plain));
    }
}
