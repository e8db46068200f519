package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.CornerShop.buy;
import static org.cartograph.fixture.CornerShop.row;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.facts.FactsMemory;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Transaction;

class RefreshTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void hasNothingToDoBeforeTheFirstBuild() {
        Map<String, Object> refresh = refresh();

        assertThat(refresh).containsEntry("refreshedProducts", 0L).containsEntry("modelId", null);
        assertThat((String) refresh.get("message")).startsWith("There is no model yet");
    }

    @Test
    void hasNothingToDoAfterABuild() {
        build();

        assertThat(refresh())
                .containsEntry("caughtUpCustomers", 0L)
                .containsEntry("changedProducts", 0L)
                .containsEntry("dueProducts", 0L)
                .containsEntry("rowsWritten", 0L)
                .containsEntry("message", null);
    }

    @Test
    void refreshesWhatWasBoughtTwice() {
        build();
        buy("eva", "o8", 70, "honey", "sled");
        buy("fay", "o9", 70, "honey", "sled");

        Map<String, Object> refresh = refresh();

        assertThat(refresh)
                .containsEntry("caughtUpCustomers", 2L)
                .containsEntry("changedProducts", 2L)
                .containsEntry("dueProducts", 2L)
                .containsEntry("refreshedProducts", 2L)
                .containsEntry("remaining", 0L);
        assertThat(row("honey", "BOUGHT_TOGETHER")).containsOnlyKeys("sled");
        assertThat(row("sled", "ALSO_BOUGHT")).containsOnlyKeys("honey");
    }

    @Test
    void letsASinglePurchaseWait() {
        build();
        buy("eva", "o8", 70, "honey", "sled");

        assertThat(refresh()).containsEntry("changedProducts", 2L).containsEntry("dueProducts", 0L);
        assertThat(refresh()).containsEntry("changedProducts", 0L).containsEntry("dueProducts", 0L);
    }

    @Test
    void letsASinglePurchaseWaitNoLongerThanADay() {
        build();
        buy("eva", "o8", 70, "honey", "sled");
        rows("MATCH (m:CurrentModel) SET m.builtAt = datetime() - duration({hours: 25})");
        rows("MATCH (p:Product) SET p.rowsAt = datetime() - duration({hours: 25})");

        assertThat(refresh()).containsEntry("dueProducts", 2L);
        assertThat(row("honey", "BOUGHT_TOGETHER")).containsOnlyKeys("sled");
        assertThat(refresh()).containsEntry("dueProducts", 0L);
    }

    @Test
    void refreshesWhatWasMarkedOnce() {
        build();
        rows("MATCH ()-[line:PURCHASED {orderId: 'o4'}]->(p) DELETE line SET p.changedAt = datetime()");

        assertThat(refresh()).containsEntry("dueProducts", 2L);
        assertThat(row("tea", "BOUGHT_TOGETHER")).isEmpty();
        assertThat(refresh()).containsEntry("dueProducts", 0L);
    }

    @Test
    void refreshesANewProductAtOnce() {
        build();
        rows("CREATE (:Product {id: 'cake'})");
        buy("dan", "o8", 70, "bread", "cake");

        assertThat(refresh()).containsEntry("dueProducts", 1L);
        assertThat(row("cake", "BOUGHT_TOGETHER")).containsOnlyKeys("bread");
    }

    @Test
    void letsANewProductGiveAndReceiveAsABuildWould() {
        build();
        rows("MATCH (c:Category {value: 'breakfast'}) CREATE (:Product {id: 'oats', price: 3.0})-[:HAS]->(c)");

        refresh();

        List<Map<String, Object>> refreshed = edgesOf("oats");
        assertThat(refreshed).extracting(edge -> edge.get("to")).contains("oats");
        assertThat(refreshed).extracting(edge -> edge.get("from")).contains("oats");
        build();
        assertThat(edgesOf("oats")).isEqualTo(refreshed);
    }

    @Test
    void comparesAProductAnewWhenItWasEdited() {
        build();
        rows("MATCH (c:Category {value: 'drinks'}), (p:Product {id: 'sled'}) "
                + "CREATE (p)-[:HAS]->(c) SET p.changedAt = datetime()");
        assertThat(row("sled", "SIMILAR")).isEmpty();

        refresh();

        assertThat(row("sled", "SIMILAR")).containsOnlyKeys("tea", "teapot");
    }

    @Test
    void takesTheParametersOfTheModel() {
        rows("CALL cartograph.model.build({families: ['BOUGHT_TOGETHER'], neighbours: 1})");
        buy("eva", "o8", 70, "honey", "sled", "tea");
        buy("fay", "o9", 70, "honey", "sled", "tea");

        refresh();

        assertThat(row("honey", "BOUGHT_TOGETHER")).hasSize(1);
        assertThat(row("honey", "ALSO_BOUGHT")).isEmpty();
    }

    @Test
    void readsTheShopAgainWhenNothingIsInMemory() {
        build();
        FactsMemory.forget(TestDatabase.database());
        buy("eva", "o8", 70, "honey", "sled");
        buy("fay", "o9", 70, "honey", "sled");

        assertThat(refresh()).containsEntry("dueProducts", 2L).containsEntry("caughtUpCustomers", 7L);
        assertThat(row("honey", "BOUGHT_TOGETHER")).containsOnlyKeys("sled");
    }

    @Test
    void saysWhatMemoryItTakes() {
        build();

        assertThat((Long) refresh().get("memoryBytes")).isPositive();
        assertThat(memoryOfModels())
                .hasSize(1)
                .allSatisfy(bytes -> assertThat(bytes).isPositive());

        build();

        assertThat(memoryOfModels().get(0)).isPositive();
        assertThat(memoryOfModels().get(1)).isZero();
    }

    @Test
    void doesAtMostWhatItIsAllowedAndTheRestNextTime() {
        build();
        buy("eva", "o8", 70, "honey", "sled");
        buy("fay", "o9", 70, "honey", "sled");

        Map<String, Object> first =
                rows("CALL cartograph.model.refresh({maximumProducts: 1})").get(0);

        assertThat(first).containsEntry("refreshedProducts", 1L).containsEntry("remaining", 1L);
        assertThat((String) first.get("message")).startsWith("The rest comes next time");
        assertThat(refresh()).containsEntry("refreshedProducts", 1L).containsEntry("remaining", 0L);
    }

    @Test
    void leavesItToWhoeverRefreshedAMomentAgo() {
        build();
        refresh();
        buy("eva", "o8", 70, "honey", "sled");
        buy("fay", "o9", 70, "honey", "sled");

        assertThat(rows("CALL cartograph.model.refresh({minimumInterval: 600})").get(0))
                .containsEntry("refreshedProducts", 0L);
        assertThat(refresh()).containsEntry("refreshedProducts", 2L);
    }

    @Test
    void refusesACallerWhoseLocksItWouldWaitFor() {
        try (Transaction caller = TestDatabase.begin()) {
            caller.execute("MATCH (p:Product {id: 'bread'}) SET p.price = 4").close();

            assertThatThrownBy(() ->
                            caller.execute("CALL cartograph.model.refresh({})").resultAsString())
                    .hasStackTraceContaining("must be called in a transaction of its own");
        }
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> rows("CALL cartograph.model.refresh({maxProducts: 3})"))
                .hasStackTraceContaining("Did you mean `maximumProducts`?");
    }

    private static void build() {
        rows("CALL cartograph.model.build({})");
    }

    private static Map<String, Object> refresh() {
        List<Map<String, Object>> rows = rows("CALL cartograph.model.refresh()");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** Without the SIMILAR edges of others, which only they themselves can have. */
    private static List<Map<String, Object>> edgesOf(String product) {
        return rows("""
                MATCH (a:Product)-[r:BOUGHT_TOGETHER|BOUGHT_NEXT|ALSO_BOUGHT|SIMILAR]->(b:Product)
                WHERE a.id = $id OR (b.id = $id AND type(r) <> 'SIMILAR')
                RETURN a.id AS from, type(r) AS type, b.id AS to, r.score AS score, r.via AS via
                ORDER BY from, type, to""", Map.of("id", product));
    }

    private static List<Long> memoryOfModels() {
        return rows("CALL cartograph.model.list() YIELD memoryBytes").stream()
                .map(row -> (Long) row.get("memoryBytes"))
                .toList();
    }
}
