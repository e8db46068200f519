package org.cartograph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Purchases: bread 4, butter 3, milk 3, jam 2, tea 1, teapot 1. */
class AssortmentTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void ranksByPurchases() {
        CornerShop.buy("eva", "o8", 61, "bread", "butter", "teapot", "honey");
        CornerShop.buy("fay", "o9", 61, "bread", "butter", "teapot");

        assertThat(ids(read().bestsellers()))
                .startsWith("bread", "butter")
                .endsWith("sled")
                .containsSubsequence("milk", "jam", "tea", "sled");
        assertThat(ids(read().bestsellersOf(category("drinks")))).containsExactly("teapot", "tea");
    }

    @Test
    void countsACategoryWithThoseBelowIt() {
        rows("MATCH (c:Category {value: 'drinks'}) "
                + "CREATE (c)-[:CHILD_OF]->(:Attribute:Category {key: 'category', value: 'all'})-[:CHILD_OF]->(c)");

        assertThat(ids(read().bestsellersOf(category("all")))).containsExactlyInAnyOrder("tea", "teapot");
    }

    @Test
    void ranksWhatSellsMoreThanItUsedTo() {
        rows(
                "UNWIND [['bread', 0.9], ['tea', 1.1], ['jam', 1.4]] AS row MATCH (p:Product {id: row[0]}) SET p.growth = row[1]");

        assertThat(ids(read().trending())).containsExactly("jam", "tea");
        assertThat(ids(read().trendingOf(category("drinks")))).containsExactly("tea");
    }

    @Test
    void ranksByStars() {
        rows("UNWIND [['bread', 3.5], ['tea', 4.5]] AS row MATCH (p:Product {id: row[0]}) SET p.rating = row[1]");

        assertThat(ids(read().topRated())).containsExactly("tea", "bread");
        assertThat(ids(read().topRatedOf(category("breakfast")))).containsExactly("bread");
    }

    @Test
    void knowsWhatIsNew() {
        rows("UNWIND [['honey', -3], ['bread', -10], ['tea', -40], ['sled', 2]] AS row MATCH (p:Product {id: row[0]}) "
                + "SET p.releasedAt = datetime() + duration({days: row[1]})");
        Instant since = Instant.now().minus(Duration.ofDays(30));

        assertThat(ids(read().released(since))).containsExactly("bread", "honey");
        assertThat(ids(read().releasedOf(category("drinks"), since))).isEmpty();
    }

    @Test
    void drawsAProductsReturnsToThoseOfTheShop() {
        rows("MATCH (c:Customer {id: 'cat'}), (p:Product {id: 'tea'}) CREATE (c)-[:RETURNED {orderId: 'o4'}]->(p)");

        Assortment assortment = read();

        assertThat(assortment.returnRate()).isEqualTo(1 / 14.0);
        assertThat(assortment.returnRate(product("tea"))).isCloseTo((1 + 20 / 14.0) / 21, within(1e-12));
        assertThat(assortment.returnRate(product("bread"))).isCloseTo(20 / 14.0 / 24, within(1e-12));
    }

    @Test
    void comparesAPriceWithThoseOfItsCategory() {
        assertThat(tier("milk")).isZero();
        assertThat(tier("bread")).isEqualTo(2 / 4.0);
        assertThat(tier("honey")).isEqualTo(1);
        assertThat(tier("sled")).isNaN();

        rows("MATCH (p:Product {id: 'butter'}) SET p.price = 3");
        rows("MATCH (p:Product {id: 'teapot'}) REMOVE p.price");

        assertThat(tier("bread")).isEqualTo(1.5 / 4).isEqualTo(tier("butter"));
        assertThat(tier("teapot")).isNaN();
        assertThat(tier("tea")).isNaN();
    }

    @Test
    void comparesAPriceWithinTheSmallestCategory() {
        rows("MATCH (p:Product) WHERE p.id IN ['bread', 'jam'] "
                + "MERGE (c:Attribute:Category {key: 'category', value: 'treats'}) CREATE (p)-[:HAS]->(c)");

        assertThat(tier("jam")).isEqualTo(1);
        assertThat(tier("bread")).isZero();
    }

    @Test
    void prefersWhatSellsWellOfLate() {
        assertThat(read().trend(product("bread"))).isEqualTo(1);

        rows(
                "UNWIND [['bread', 6], ['tea', 2]] AS row MATCH (p:Product {id: row[0]}) SET p.recentSales = toFloat(row[1])");

        // A tenth of the mean of eight products is 0.1.
        assertThat(read().trend(product("bread"))).isEqualTo(1);
        assertThat(read().trend(product("tea"))).isCloseTo(2.1 / 6.1, within(1e-12));
        assertThat(read().trend(product("sled"))).isCloseTo(0.1 / 6.1, within(1e-12));
    }

    @Test
    void readsALargeShopAgainOnlyAfterTwentyTimesAsLongAsItTook() {
        Duration took = Duration.ofMillis(100);

        assertThat(Assortments.isJustRead(20_000, took, Duration.ofMillis(1_999)))
                .isTrue();
        assertThat(Assortments.isJustRead(20_000, took, Duration.ofMillis(2_000)))
                .isFalse();
    }

    @Test
    void readsASmallShopAgainWheneverNothingIsFound() {
        assertThat(Assortments.isJustRead(2_000, Duration.ofMillis(10), Duration.ofMillis(1)))
                .isFalse();
    }

    @Test
    void isKeptUntilItIsForgotten() {
        Assortment first = current();
        assertThat(current()).isSameAs(first);

        Assortments.forget(TestDatabase.database());

        assertThat(current()).isNotSameAs(first);
    }

    private static Assortment current() {
        try (Transaction transaction = TestDatabase.begin()) {
            return Assortments.current(TestDatabase.database(), transaction);
        }
    }

    private static Assortment read() {
        try (Transaction transaction = TestDatabase.begin()) {
            return Assortment.read(transaction);
        }
    }

    private static double tier(String product) {
        return read().priceTier(product(product));
    }

    private static List<String> ids(List<Listed> listed) {
        try (Transaction transaction = TestDatabase.begin()) {
            return listed.stream()
                    .map(one ->
                            (String) NodeIds.node(transaction, one.product()).getProperty("id"))
                    .toList();
        }
    }

    private static long product(String id) {
        return number("MATCH (n:Product {id: $id}) RETURN n", id);
    }

    private static long category(String value) {
        return number("MATCH (n:Category {value: $id}) RETURN n", value);
    }

    private static long number(String query, String id) {
        return NodeIds.of((Node) rows(query, Map.of("id", id)).get(0).get("n"));
    }
}
