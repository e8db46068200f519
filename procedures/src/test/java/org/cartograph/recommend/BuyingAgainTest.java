package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.ids;
import static org.cartograph.recommend.Asking.recommend;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Milk is bought again after 100 days by five of its eight customers; nobody came back for tea. */
class BuyingAgainTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        for (int customer = 0; customer < 5; customer++) {
            CornerShop.buy("regular" + customer, "a" + customer, 0, "milk");
            CornerShop.buy("regular" + customer, "b" + customer, 100, "milk");
        }
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0})");
    }

    @Test
    void offersWhatWasBoughtOnceWhenItIsDue() {
        bought("milk", 70);
        bought("tea", 70);

        assertThat(ids("home", "{customerId: 'eva', limit: 100}"))
                .contains("milk")
                .doesNotContain("tea");
    }

    @Test
    void offersNothingBoughtOnceBeforeItIsDue() {
        bought("milk", 69);

        assertThat(ids("home", "{customerId: 'eva', limit: 100}")).doesNotContain("milk");
    }

    @Test
    void offersWhatWasJustBoughtOnlyWhenItIsDue() {
        rows("MATCH (p:Product {id: 'milk'}) SET p.repeatGapDays = 20.0");
        bought("milk", 14);
        bought("tea", 14);
        assertThat(ids("cart", "{customerId: 'eva', products: ['bread'], limit: 100}"))
                .contains("milk")
                .doesNotContain("tea");

        bought("milk", 13);
        assertThat(ids("cart", "{customerId: 'eva', products: ['bread'], limit: 100}"))
                .doesNotContain("milk");
    }

    @Test
    void goesByTheCustomersOwnGapOnceThereIsOne() {
        rows("MATCH (p:Product {id: 'milk'}) SET p.repeatGapDays = 100.0");
        bought("milk", 46);
        bought("milk", 26);
        bought("milk", 6);
        assertThat(ids("cart", "{customerId: 'eva', products: ['bread'], limit: 100}"))
                .doesNotContain("milk");

        // 15 of 20 days have passed, where others wait a hundred.
        rows("MATCH (:Customer {id: 'eva'})-[line:PURCHASED]->() SET line.at = line.at - duration({days: 9})");
        assertThat(ids("cart", "{customerId: 'eva', products: ['bread'], limit: 100}"))
                .contains("milk");
    }

    @Test
    void countsAHabitLessWhileItIsNotDue() {
        bought("tea", 200);
        bought("tea", 180);
        bought("milk", 140);
        bought("milk", 40);
        rows("""
                CREATE (:Parameters {
                  `recommend.stages.taste.category`: 0, `recommend.stages.taste.price`: 0, `recommend.repeatHalfLife`: 1, `recommend.recipes.for-you.boughtBefore.trend`: 0,
                  `recommend.recipes.for-you.historyBoughtTogether`: 0, `recommend.recipes.for-you.historyAlsoBought`: 0,
                  `recommend.recipes.for-you.historySimilar`: 0, `recommend.recipes.for-you.popularInCategory`: 0,
                  `recommend.recipes.for-you.newProducts`: 0})""");

        // Milk 1 + 1/2, tea 1/4 + 1/8.
        assertThat(scores()).containsExactly(Map.entry("milk", 1.0), Map.entry("tea", 1 / 4.0));

        // 40 of 100 days have passed: 3/2 · (2/5)² = 6/25, against 3/8.
        rows("MATCH (p:Parameters) SET p.`recommend.replenishment` = 2");
        List<Map.Entry<String, Double>> scores = scores();
        assertThat(scores.get(0)).isEqualTo(Map.entry("tea", 1.0));
        assertThat(scores.get(1).getKey()).isEqualTo("milk");
        assertThat(scores.get(1).getValue()).isCloseTo(16 / 25.0, within(1e-5));
    }

    @Test
    void refusesAnExponentThatMeansNothing() {
        rows("CREATE (:Parameters {`recommend.replenishment`: 5})");

        assertThatThrownBy(() -> ids("home", "{}"))
                .hasStackTraceContaining("`recommend.replenishment` must be a number between 0 and 4, but was 5");
    }

    private static List<Map.Entry<String, Double>> scores() {
        return recommend("home", "{customerId: 'eva', limit: 2}").stream()
                .map(item -> Map.entry((String) item.get("productId"), (Double) item.get("score")))
                .toList();
    }

    private static void bought(String product, int daysAgo) {
        rows(
                "MERGE (c:Customer {id: 'eva'}) WITH c MATCH (p:Product {id: $product}) CREATE (c)-[:PURCHASED {orderId: "
                        + "'e' + $days, at: datetime() - duration({days: $days})}]->(p)",
                Map.of("product", product, "days", daysAgo));
    }
}
