package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartograph.fixture.OnlineRetail;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bundles of a real shop's orders cost to find; skipped where they are not beside the project. */
class OnlineRetailBundlesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeAll
    static void load() {
        Optional<List<OnlineRetail.Order>> orders = OnlineRetail.orders();
        assumeThat(orders)
                .as("real orders in ../shared/data beside the project")
                .isPresent();
        OnlineRetail.load(orders.orElseThrow());
        rows("MATCH (p:Product) SET p.price = 2.0, p.margin = 0.8");
    }

    @AfterAll
    static void leave() {
        TestDatabase.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{orderBy: 'lift'}",
                "{minimumItems: 3}",
                "{minimumItems: 4}",
                "{minimumItems: 4, minimumOrders: 1, minimumLift: 1e9}",
                "{product: '22697'}",
                "{product: '22697', minimumItems: 4, minimumOrders: 1}"
            })
    void takeNoLongerWhateverIsAsked(String config) {
        Instant start = Instant.now();
        List<Map<String, Object>> bundles = rows("CALL cartograph.bundles(" + config + ")");
        Duration took = Duration.between(start, Instant.now());
        System.out.printf("cartograph.bundles(%s): %d bundles in %d ms%n", config, bundles.size(), took.toMillis());

        assertThat(took).isLessThan(PATIENCE);
    }
}
