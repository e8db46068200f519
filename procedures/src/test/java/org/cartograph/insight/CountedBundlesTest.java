package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a question is narrowed, the bundles are those that plain counting finds in the orders. */
class CountedBundlesTest {
    private static final int PRODUCTS = 9;
    private static final int FEWEST = 2;

    private final List<Set<Integer>> orders = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areThoseOfPlainCounting(boolean plain) {
        open(plain);

        assertThat(bundles("")).isEqualTo(counted(set -> true)).hasSizeGreaterThan(20);
        for (int product = 0; product < PRODUCTS; product++) {
            int holding = product;
            assertThat(bundles(", product: 'p" + product + "'")).isEqualTo(counted(set -> set.contains(holding)));
            assertThat(bundles(", minimumItems: 3, maximumItems: 3, product: 'p" + product + "'"))
                    .isEqualTo(counted(set -> set.contains(holding) && set.size() == 3));
        }
    }

    @Test
    void neverHaveTwoProductsInCommon() {
        open(true);
        Set<Set<Object>> pairs = new HashSet<>();

        rows("CALL cartograph.bundles({minimumOrders: 1, minimumLift: 0})").forEach(bundle -> {
            List<?> ids = (List<?>) bundle.get("productIds");
            for (Object one : ids) {
                for (Object other : ids.subList(ids.indexOf(one) + 1, ids.size())) {
                    assertThat(pairs.add(Set.of(one, other))).isTrue();
                }
            }
        });
        assertThat(pairs).isNotEmpty();
    }

    private static Map<String, Long> bundles(String more) {
        Map<String, Long> bundles = new HashMap<>();
        rows("CALL cartograph.bundles({limit: 10000, everySet: true, minimumLift: 0, minimumOrders: " + FEWEST + more
                        + "})")
                .forEach(bundle -> assertThat(bundles.put(BundlesTest.name(bundle), (Long) bundle.get("orders")))
                        .as("a bundle stands once")
                        .isNull());
        return bundles;
    }

    private Map<String, Long> counted(Predicate<Set<Integer>> wanted) {
        Map<String, Long> bundles = new HashMap<>();
        for (int bits = 0; bits < 1 << PRODUCTS; bits++) {
            int chosen = bits;
            Set<Integer> set = IntStream.range(0, PRODUCTS)
                    .filter(product -> (chosen >> product & 1) == 1)
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            long with = orders.stream().filter(order -> order.containsAll(set)).count();
            if (set.size() >= 2 && set.size() <= 4 && with >= FEWEST && wanted.test(set)) {
                bundles.put(set.stream().map(product -> "p" + product).collect(Collectors.joining("+")), with);
            }
        }
        return bundles;
    }

    /** Sixty random orders of twelve customers; when not plain, with a product twice in one order. */
    private void open(boolean plain) {
        orders.addAll(RandomOrders.open(60, 7, PRODUCTS, plain));
    }
}
