package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.CornerShop.buy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.cartograph.facts.FactsMemory;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model notes on products besides their rows: growth and rating. Milk sold last, on day 60; bread up to day 10. */
class CountersTest {
    private static final double LN2 = Math.log(2);

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void buildsWriteHowProductsGrow() {
        build();

        // Teapot: once, 57 days before the newest order; the shop is 60 days old, the first and last included.
        double c = 10 * LN2 / 14;
        double fast = Math.pow(2, -57 / 14.0) * LN2 / 14 / (1 - Math.pow(2, -60 / 14.0));
        double slow = Math.pow(2, -57 / 90.0) * LN2 / 90 / (1 - Math.pow(2, -60 / 90.0));
        assertThat(number("teapot", "growth")).isCloseTo((fast + c) / (slow + c), within(1e-9));
        assertThat(number("milk", "growth")).isGreaterThan(1);
        assertThat(number("honey", "growth")).isZero();
    }

    @Test
    void buildsWriteShrunkStars() {
        rate("ann", "bread", 5);
        rate("bob", "bread", 4);
        rate("cat", "tea", 3);
        rows("MATCH (c:Customer {id: 'cat'}) SET c.consent = false");

        build();

        // The mean of three is 4.
        assertThat(number("bread", "rating")).isCloseTo((9 + 10 * 4) / 12.0, within(1e-12));
        assertThat(number("tea", "rating")).isCloseTo((3 + 10 * 4) / 11.0, within(1e-12));
        assertThat(number("bread", "ratings")).isEqualTo(2);
        assertThat(number("milk", "rating")).isZero();
    }

    @Test
    void whoRatesTwiceCountsWithTheLast() {
        rate("ann", "bread", 1);
        rows(
                "MATCH (c:Customer {id: 'ann'}), (p:Product {id: 'bread'}) "
                        + "CREATE (c)-[:RATED {stars: 5, at: datetime('2026-06-01T00:00:00Z')}]->(p), (c)-[:RATED {stars: 'good'}]->(p)");

        build();

        assertThat(number("bread", "rating")).isEqualTo(5);
        assertThat(number("bread", "ratings")).isEqualTo(1);
    }

    @Test
    void buildsTakeBackWhatIsNoLongerTrue() {
        rate("ann", "bread", 5);
        build();
        rows("MATCH ()-[rating:RATED]->() DELETE rating");
        rows("MATCH (p:Product {id: 'teapot'})<-[line:PURCHASED]-() DELETE line");

        build();

        assertThat(rows("MATCH (p:Product) WHERE p.rating IS NOT NULL OR p.ratings IS NOT NULL RETURN p"))
                .isEmpty();
        assertThat(number("teapot", "growth")).isZero();
    }

    @Test
    void aModelWithoutOrdersHasRatings() {
        rate("ann", "bread", 5);

        rows("CALL cartograph.model.build({families: ['ALSO_BOUGHT'], ridgeNeighbours: 0})");

        assertThat(number("bread", "rating")).isEqualTo(5);
        assertThat(number("bread", "growth")).isZero();
    }

    @Test
    void refreshesWriteThoseOfProductsThatAreDue() {
        rate("ann", "bread", 4);
        build();
        double before = number("milk", "growth");
        for (int order = 0; order < 4; order++) {
            buy("eva" + order, "n" + order, 60, "honey");
        }
        rate("eva0", "honey", 5);

        rows("CALL cartograph.model.refresh({minimumInterval: 0})");

        double seenFast = 1 - Math.pow(2, -60 / 14.0);
        double seenSlow = 1 - Math.pow(2, -60 / 90.0);
        double c = 10 * LN2 / 14;
        assertThat(number("honey", "growth"))
                .isCloseTo((4 * LN2 / 14 / seenFast + c) / (4 * LN2 / 90 / seenSlow + c), within(1e-9));
        assertThat(number("honey", "recentSales")).isEqualTo(4);
        // The shop's mean is that of the last build.
        assertThat(number("honey", "rating")).isCloseTo((5 + 10 * 4) / 11.0, within(1e-12));
        assertThat(number("milk", "growth")).isEqualTo(before);
    }

    @Test
    void refreshesKnowTheFirstStarsOfAShop() {
        build();
        rate("ann", "bread", 4);
        rows("MATCH (p:Product {id: 'bread'}) SET p.changedAt = datetime()");

        rows("CALL cartograph.model.refresh({minimumInterval: 0})");

        assertThat(number("bread", "rating")).isEqualTo(4);
    }

    @Test
    void areUndoneWithTheModel() {
        rate("ann", "bread", 4);
        build();

        rows("CALL cartograph.model.drop()");

        assertThat(rows("MATCH (p:Product) WHERE p.rating IS NOT NULL OR p.ratings IS NOT NULL "
                        + "OR p.growth IS NOT NULL RETURN p"))
                .isEmpty();
    }

    private static void build() {
        FactsMemory.forget(TestDatabase.database());
        rows("CALL cartograph.model.build({ridgeNeighbours: 0})");
    }

    private static void rate(String customer, String product, int stars) {
        rows(
                "MERGE (c:Customer {id: $customer}) WITH c MATCH (p:Product {id: $product}) "
                        + "CREATE (c)-[:RATED {stars: $stars, at: datetime('2026-02-01T00:00:00Z')}]->(p)",
                Map.of("customer", customer, "product", product, "stars", stars));
    }

    private static double number(String product, String key) {
        return ((Number) rows(
                                "MATCH (p:Product {id: $id}) RETURN coalesce(p[$key], 0) AS number",
                                Map.of("id", product, "key", key))
                        .get(0)
                        .get("number"))
                .doubleValue();
    }
}
