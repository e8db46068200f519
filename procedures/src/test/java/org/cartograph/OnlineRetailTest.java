package org.cartograph;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the plugin makes of a real shop's newest orders, as if the last of them were of today: loaded and learned from once.
 * Skipped where they are not beside the project; {@code -Dcartograph.orders=20000} takes all of them.
 */
class OnlineRetailTest {
    private static final int ORDERS = Integer.getInteger("cartograph.orders", 6_000);
    private static final String GREEN_REGENCY_TEACUP = "22697";
    private static final Duration LONGEST_AUDIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_BUNDLES = Duration.ofSeconds(30);

    @BeforeAll
    static void learn() {
        Optional<List<OnlineRetail.Order>> orders = OnlineRetail.orders();
        assumeThat(orders)
                .as("real orders in ../shared/data beside the project")
                .isPresent();
        assertThat(orders.orElseThrow().stream()
                        .mapToInt(order -> order.lines().size())
                        .sum())
                .isEqualTo(386_326);
        OnlineRetail.loadAsOfToday(newest(orders.orElseThrow()));
        rows("MATCH (c:Customer) WHERE c.id STARTS WITH 'guest:' SET c.anonymous = true");
        rows("MATCH (p:Product) SET p.price = 2.0, p.margin = 0.8");
        rows("CALL cartograph.model.build({})");
    }

    private static List<OnlineRetail.Order> newest(List<OnlineRetail.Order> orders) {
        return orders.subList(Math.max(0, orders.size() - ORDERS), orders.size());
    }

    @AfterAll
    static void leave() {
        TestDatabase.empty();
    }

    @Test
    void findsTheOtherTeacupsOfTheSet() {
        assertThat(rows("CALL cartograph.boughtTogether('" + GREEN_REGENCY_TEACUP + "', {limit: 5})").stream()
                        .limit(2)
                        .map(row -> row.get("productId")))
                .containsExactlyInAnyOrder("22698", "22699");
    }

    @Test
    void completesACartOfTwoTeacupsWithTheThird() {
        assertThat(rows("CALL cartograph.recommend('cart', {products: ['22697', '22699']})")
                        .get(0))
                .containsEntry("productId", "22698")
                .containsEntry("fallback", false);
    }

    @ParameterizedTest
    @CsvSource({
        "win-back, '', 1, 500",
        "win-back, ', maximumHours: 960', 100, 1000",
        "due, '', 1, 4000",
        "due, ', minimumTimes: 1, maximumHours: 720', 1, 4000",
        "browsed, '', 0, 0"
    })
    void findsWhomToWriteToAndFillsTheLetters(String kind, String more, int fewest, int most) {
        List<Map<String, Object>> people =
                within(LONGEST_AUDIENCE, "cartograph.audience({kind: '" + kind + "'" + more + "})");

        assertThat(people).hasSizeBetween(fewest, most).allSatisfy(row -> {
            assertThat((String) row.get("customerId")).doesNotStartWith("guest:");
            assertThat((List<?>) row.get("products")).isNotEmpty();
            assertThat((List<?>) row.get("placements"))
                    .isNotEmpty()
                    .allSatisfy(box ->
                            assertThat((List<?>) ((Map<?, ?>) box).get("items")).isNotEmpty());
        });
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
    void findsBundlesInNoLongerWhateverIsAsked(String config) {
        within(LONGEST_BUNDLES, "cartograph.bundles(" + config + ")");
    }

    private static List<Map<String, Object>> within(Duration patience, String call) {
        Instant start = Instant.now();
        List<Map<String, Object>> rows = rows("CALL " + call);
        Duration took = Duration.between(start, Instant.now());
        System.out.printf("%s: %d rows in %d ms%n", call, rows.size(), took.toMillis());
        assertThat(took).isLessThan(patience);
        return rows;
    }
}
