package org.cartograph.audience;

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
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a real shop writes to, as if its last order were of today; skipped where its orders are not at hand. */
class OnlineRetailAudienceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @BeforeAll
    static void open() {
        Optional<List<OnlineRetail.Order>> orders = OnlineRetail.orders();
        assumeThat(orders)
                .as("real orders in ../shared/data beside the project")
                .isPresent();
        OnlineRetail.load(orders.orElseThrow());
        rows("MATCH ()-[r:PURCHASED]->() WITH max(r.at) AS newest "
                + "WITH duration.between(newest, datetime()) AS shift "
                + "MATCH (c:Customer) CALL (c, shift) { MATCH (c)-[r:PURCHASED]->() SET r.at = r.at + shift }");
        rows("MATCH (c:Customer) WHERE c.id STARTS WITH 'guest:' SET c.anonymous = true");
        rows("CALL cartograph.model.build({})");
    }

    @AfterAll
    static void leave() {
        TestDatabase.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "win-back, '', 1, 500",
        "win-back, ', maximumHours: 960', 100, 1000",
        "due, '', 1, 4000",
        "due, ', minimumTimes: 1, maximumHours: 720', 1, 4000",
        "browsed, '', 0, 0"
    })
    void areFoundWithFilledLetters(String kind, String more, int fewest, int most) {
        Instant start = Instant.now();
        List<Map<String, Object>> people = rows("CALL cartograph.audience({kind: '" + kind + "'" + more + "})");
        Duration took = Duration.between(start, Instant.now());
        System.out.printf("audience %s%s: %d people in %d ms%n", kind, more, people.size(), took.toMillis());

        assertThat(people).hasSizeBetween(fewest, most).allSatisfy(row -> {
            assertThat((String) row.get("customerId")).doesNotStartWith("guest:");
            assertThat((List<?>) row.get("products")).isNotEmpty();
            assertThat((List<?>) row.get("placements"))
                    .isNotEmpty()
                    .allSatisfy(box ->
                            assertThat((List<?>) ((Map<?, ?>) box).get("items")).isNotEmpty());
        });
        assertThat(took).isLessThan(PATIENCE);
    }
}
