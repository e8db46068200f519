package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;

/** Learns, and says what was learned. */
final class Learned {
    /** What is forgotten of a day while a test runs. */
    private static final Offset<Double> CLOSE = within(1e-4);

    private Learned() {}

    static Map<String, Object> learn() {
        return rows("CALL cartograph.feedback.learn()").get(0);
    }

    /** Looks and takes of a product beside another. */
    static List<Double> offered(String seed, String product) {
        List<Map<String, Object>> rows = rows(
                "MATCH (:Product {id: $seed})-[o:OFFERED {placement: 'similar'}]->(:Product {id: $product}) "
                        + "RETURN o.shown AS shown, o.taken AS taken",
                Map.of("seed", seed, "product", product));
        assertThat(rows).hasSizeLessThan(2);
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        (Double) rows.get(0).get("shown"), (Double) rows.get(0).get("taken"));
    }

    static void assertOffered(String product, double looks, double taken) {
        assertOffered(product, product, looks, taken);
    }

    static void assertOffered(String seed, String product, double looks, double taken) {
        assertThat(offered(seed, product)).hasSize(2);
        assertThat(offered(seed, product).get(0)).isCloseTo(looks, CLOSE);
        assertThat(offered(seed, product).get(1)).isCloseTo(taken, CLOSE);
    }

    static Map<String, Object> seen(String customer, String product) {
        return rows(
                        "MATCH (:Customer {id: $customer})-[s:SEEN]->(:Product {id: $product}) "
                                + "RETURN s.times AS times, s.clicked AS clicked, s.lastAt IS NOT NULL AS dated",
                        Map.of("customer", customer, "product", product))
                .get(0);
    }
}
