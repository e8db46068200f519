package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the corner shop's data suffice for. */
class ReadinessTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void countsOrdersAndTheirDays() {
        assertThat(signal("orders")).containsEntry("value", 7.0).containsEntry("ready", true);
        // From day 1 to day 60.
        assertThat(signal("days of orders")).containsEntry("value", 60.0).containsEntry("ready", false);
    }

    @Test
    void countsPairsOfTheThirtyDaysBeforeTheNewestOrder() {
        CornerShop.buy("eva", "o8", 40, "bread", "butter", "jam", "milk");

        // Four products make six pairs; day 60 has an order without a pair, and days 1 to 10 are too long ago.
        assertThat(signal("pairs in 30 days")).containsEntry("value", 6.0).containsEntry("needed", 500_000.0);
    }

    @Test
    void countsProductsThatWereRarelyWithOthers() {
        // 34 orders of four products: 102 pair events for each of these four, the other four stay below 100.
        for (int order = 0; order < 34; order++) {
            CornerShop.buy("eva", "e" + order, 1, "bread", "butter", "jam", "milk");
        }

        assertThat(signal("products under 100 pair events"))
                .containsEntry("value", 4.0)
                .containsEntry("needed", 1.0)
                .containsEntry("ready", false);
        // 34 · 4 purchases and 12 earlier ones of these four; of 136 + 14 in all.
        assertThat(signal("BOUGHT_TOGETHER"))
                .containsEntry("value", 148 / 150.0)
                .containsEntry("ready", true);
    }

    @Test
    void countsCustomersByOrders() {
        rows("CREATE (:Customer {id: 'fay'}), (:Customer {id: 'gus', anonymous: true})");
        CornerShop.buy("ann", "o8", 12, "tea");

        // Of ann (3), bob (1), cat (2), dan (1) and fay (0); a guest never comes back by construction.
        assertThat(signal("customers without an order")).containsEntry("value", 1.0);
        assertThat(signal("customers with one order")).containsEntry("value", 2.0);
        assertThat(signal("customers with three or more orders")).containsEntry("value", 1.0);
    }

    @Test
    void countsWhoCameBackAndWhatForAgain() {
        // Ann after 9 days; Cat after 57.
        assertThat(signal("BOUGHT_NEXT")).containsEntry("value", 1.0);
        // Ann's second bread, of the 12 purchases of identified customers: 4 of Ann, 3 of Bob, 3 of Cat, 2 of Dan.
        assertThat(signal("REPEATS")).containsEntry("value", 1 / 12.0).containsEntry("ready", true);
        // Ann, Bob, Cat and Dan.
        assertThat(signal("ALSO_BOUGHT")).containsEntry("value", 4.0);
    }

    @Test
    void countsWhatIsDescribedAndViewed() {
        rows("MATCH (c:Customer {id: 'ann'}), (p:Product {id: 'tea'}) CREATE (c)-[:VIEWED]->(p)");

        // All but the sled.
        assertThat(signal("SIMILAR")).containsEntry("value", 7 / 8.0).containsEntry("ready", true);
        assertThat(signal("ALSO_VIEWED")).containsEntry("value", 1.0).containsEntry("ready", false);
    }

    @Test
    void saysWhenToBuild() {
        assertThat(signal("MODEL"))
                .containsEntry("ready", false)
                .containsEntry("next", "CALL cartograph.model.build().");

        rows("CALL cartograph.model.build({})");

        assertThat(signal("MODEL")).containsEntry("ready", true).containsEntry("next", "Nothing.");
    }

    @Test
    void doesNotTakeTheFutureForTheNewest() {
        rows("MATCH (c:Customer {id: 'ann'}), (p:Product {id: 'tea'}) "
                + "CREATE (c)-[:PURCHASED {orderId: 'later', at: datetime() + duration({years: 5})}]->(p)");

        assertThat(signal("orders in the future")).containsEntry("value", 1.0).containsEntry("ready", false);
        assertThat(signal("days of orders")).containsEntry("value", 60.0);
    }

    @Test
    void beginsWithLoadingOnAnEmptyGraph() {
        TestDatabase.empty();

        assertThat((String) signal("orders").get("next")).startsWith("Load orders");
        assertThat(signal("MODEL")).containsEntry("next", "Load orders first.");
        assertThat(rows("CALL cartograph.readiness()")).allSatisfy(row -> {
            assertThat(row).containsEntry("value", 0.0).containsEntry("ready", false);
            assertThat((String) row.get("meaning")).isNotBlank();
            assertThat((String) row.get("next")).isNotBlank();
        });
    }

    @Test
    void countsACatalogueWithoutOrders() {
        rows("MATCH (c:Customer) DETACH DELETE c");

        assertThat(signal("orders")).containsEntry("ready", false);
        assertThat(signal("products under 100 pair events"))
                .containsEntry("value", 8.0)
                .containsEntry("next", "Load orders first.");
        assertThat(signal("SIMILAR")).containsEntry("ready", true);
    }

    private static Map<String, Object> signal(String name) {
        return rows(
                        "CALL cartograph.readiness() YIELD signal, ready, value, needed, meaning, next "
                                + "WHERE signal = $name RETURN *",
                        Map.of("name", name))
                .get(0);
    }
}
