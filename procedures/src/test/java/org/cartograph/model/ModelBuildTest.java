package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.CornerShop.row;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.data.Offset;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Transaction;

class ModelBuildTest {
    private static final String WALK = "{ridgeNeighbours: 0, walkAlpha: 1, beta: 0}";
    private static final Offset<Double> DIGITS = within(1e-6);

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void sharesTheWalkOverWhatWasInTheSameOrder() {
        build(WALK);

        // With bread: butter and jam 1/2 + 1/3 each, milk 1/2.
        assertThat(row("bread", "BOUGHT_TOGETHER")).containsOnlyKeys("butter", "jam", "milk");
        assertThat(row("bread", "BOUGHT_TOGETHER").get("butter")).isCloseTo(5 / 13.0, DIGITS);
        assertThat(row("bread", "BOUGHT_TOGETHER").get("jam")).isCloseTo(5 / 13.0, DIGITS);
        assertThat(row("bread", "BOUGHT_TOGETHER").get("milk")).isCloseTo(3 / 13.0, DIGITS);
    }

    @Test
    void countsWhatTheSameCustomerBoughtNext() {
        build(WALK);

        // Ann's jam came an order after her bread and butter: 1/4 of 1/2 on top.
        Map<String, Double> next = row("bread", "BOUGHT_NEXT");
        assertThat(next.get("jam")).isCloseTo(23 / 55.0, DIGITS);
        assertThat(next.get("butter")).isCloseTo(20 / 55.0, DIGITS);
        assertThat(next.get("milk")).isCloseTo(12 / 55.0, DIGITS);
    }

    @Test
    void doesNotCallWhatCameAfterTheWindowNext() {
        build(WALK);
        assertThat(row("tea", "BOUGHT_NEXT")).containsOnlyKeys("teapot");

        build("{windowDays: 60}");
        assertThat(row("tea", "BOUGHT_NEXT")).containsOnlyKeys("teapot", "milk");
    }

    @Test
    void joinsAllThatACustomerEverBought() {
        build(WALK);

        // Ann and Bob bought three products, Dan two.
        assertThat(row("bread", "ALSO_BOUGHT").get("butter")).isCloseTo(4 / 11.0, DIGITS);
        assertThat(row("bread", "ALSO_BOUGHT").get("milk")).isCloseTo(3 / 11.0, DIGITS);
        assertThat(row("tea", "ALSO_BOUGHT")).containsOnlyKeys("teapot", "milk");
    }

    @Test
    void learnsAlsoBoughtAloneAsWithTheOtherFamilies() {
        build(WALK);
        Map<String, Double> together = row("bread", "ALSO_BOUGHT");
        rows("CALL cartograph.model.drop()");

        build("{families: ['ALSO_BOUGHT'], ridgeNeighbours: 0, walkAlpha: 1, beta: 0}");

        assertThat(row("bread", "ALSO_BOUGHT")).isEqualTo(together);
        assertThat(row("bread", "BOUGHT_TOGETHER")).isEmpty();
    }

    @Test
    void addsTheRidgeToTheWalk() {
        build("{ridgeNeighbours: 10, ridgeAlpha: 0, lambda: 1, gamma: 0}");

        // Tea's only partner is the teapot: (1 + 1) w = 1.
        assertThat(row("teapot", "BOUGHT_TOGETHER").get("tea")).isCloseTo(1 / 2.0, DIGITS);
    }

    @Test
    void writesTheEvidenceBesideTheScore() {
        build(WALK);

        assertThat(rows("""
                        MATCH (a:Product {id: 'bread'})-[r:BOUGHT_TOGETHER]->(:Product {id: 'butter'})
                        RETURN r.orders AS both, a.orders AS orders, a.ordersTotal AS all,
                               cartograph.support(r) AS support, cartograph.confidence(r) AS confidence,
                               cartograph.lift(r) AS lift"""))
                .containsExactly(Map.of(
                        "both",
                        2L,
                        "orders",
                        4L,
                        "all",
                        7L,
                        "support",
                        2 / 7.0,
                        "confidence",
                        2 / 4.0,
                        "lift",
                        2 * 7 / (4 * 3.0)));
    }

    @Test
    void hasNoRulesForWhatWasBoughtNext() {
        build(WALK);

        assertThat(rows("MATCH ()-[r:BOUGHT_NEXT]->() RETURN DISTINCT cartograph.lift(r) AS lift"))
                .allSatisfy(row -> assertThat(row.get("lift")).isNull());
    }

    @Test
    void keepsOnlyTheBestNeighbours() {
        build("{neighbours: 1}");

        assertThat(rows("MATCH (p:Product)-[r:BOUGHT_TOGETHER]->() WHERE r.incoming IS NULL "
                        + "RETURN p.id AS id, count(r) AS edges"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("edges")).isEqualTo(1L));
    }

    @Test
    void writesNothingWhenNothingChanged() {
        build("{}");
        Object before = rows("MATCH (p:Product) RETURN p.id AS id, p.rowsAt AS at ORDER BY id");

        assertThat(build("{}"))
                .allSatisfy(family -> assertThat(family)
                        .containsEntry("rowsWritten", 0L)
                        .containsEntry("created", 0L)
                        .containsEntry("updated", 0L)
                        .containsEntry("deleted", 0L));
        assertThat(rows("MATCH (p:Product) RETURN p.id AS id, p.rowsAt AS at ORDER BY id"))
                .isEqualTo(before);
    }

    @Test
    void rewritesOnlyTheRowsThatANewOrderTouched() {
        build(WALK);
        ZonedDateTime teaBefore = rowsAt("tea");
        ZonedDateTime breadBefore = rowsAt("bread");
        CornerShop.buy("eva", "o8", 70, "bread", "honey");

        build(WALK);

        assertThat(row("bread", "BOUGHT_TOGETHER")).containsKey("honey");
        assertThat(rowsAt("bread")).isAfter(breadBefore);
        assertThat(rowsAt("tea")).isEqualTo(teaBefore);
    }

    @Test
    void dropsEdgesWhoseOrdersAreGone() {
        build(WALK);
        rows("MATCH ()-[line:PURCHASED {orderId: 'o4'}]->() DELETE line");

        build(WALK);

        assertThat(row("tea", "BOUGHT_TOGETHER")).isEmpty();
    }

    @Test
    void countsOrdersWithoutAnIdByTheirTime() {
        rows("MATCH ()-[line:PURCHASED]->() REMOVE line.orderId");

        build(WALK);

        assertThat(row("bread", "BOUGHT_TOGETHER").get("milk")).isCloseTo(3 / 13.0, DIGITS);
    }

    @Test
    void countsALongHistoryOnlyAsFarAsItGoes() {
        CornerShop.buy("zoe", "o8", 1, "sled");
        CornerShop.buy("zoe", "o9", 2, "honey");
        CornerShop.buy("zoe", "o10", 3, "tea");

        List<Map<String, Object>> families =
                build("{families: ['ALSO_BOUGHT'], longestHistory: 2, ridgeNeighbours: 0}");

        // Ann, Bob, Cat and Zoe bought more than two products; Zoe's sled is too long ago.
        assertThat(families.get(0)).containsEntry("cutHistories", 4L);
        assertThat(row("honey", "ALSO_BOUGHT")).containsOnlyKeys("tea");
        assertThat(row("sled", "ALSO_BOUGHT")).isEmpty();
    }

    @Test
    void buildsAnEmptyShop() {
        TestDatabase.empty();

        assertThat(build("{}"))
                .hasSize(5)
                .allSatisfy(
                        family -> assertThat(family).containsEntry("edges", 0L).containsEntry("products", 0L));
    }

    @Test
    void logsEveryBuild() {
        build("{families: ['BOUGHT_TOGETHER']}");
        build("{lambda: 5}");

        List<Map<String, Object>> models = rows("CALL cartograph.model.list()");

        assertThat(models).hasSize(2);
        assertThat((String) models.get(0).get("parameters")).contains("lambda: 5.0");
        assertThat((String) models.get(1).get("parameters")).contains("families: ['BOUGHT_TOGETHER']");
        assertThat(models.get(0)).containsEntry("purchases", 14L).containsEntry("products", 8L);
    }

    @Test
    void dropsEverythingItWroteAndNoFact() {
        String facts = "MATCH (a)-[r:PURCHASED|HAS]->(b) RETURN count(*) AS facts";
        Object before = rows(facts);
        build("{}");

        rows("CALL cartograph.model.drop()");

        assertThat(rows("MATCH ()-[r:BOUGHT_TOGETHER|BOUGHT_NEXT|ALSO_BOUGHT|ALSO_VIEWED|SIMILAR]->() RETURN r"))
                .isEmpty();
        assertThat(rows("MATCH (m:Model) RETURN m")).isEmpty();
        assertThat(rows("MATCH (p:Product) WHERE p.rowsAt IS NOT NULL OR p.orders IS NOT NULL RETURN p"))
                .isEmpty();
        assertThat(rows(facts)).isEqualTo(before);
    }

    @Test
    void saysBeforehandWhatItWillNeed() {
        Map<String, Object> estimate =
                rows("CALL cartograph.model.build.estimate({})").get(0);

        assertThat(estimate)
                .containsEntry("purchases", 14L)
                .containsEntry("products", 8L)
                .containsEntry("fits", true);
        assertThat((Long) estimate.get("bytesMax")).isPositive();
    }

    @Test
    void showsNoProgressWhenNoBuildRuns() {
        assertThat(rows("CALL cartograph.model.progress()")).isEmpty();
    }

    @Test
    void refusesACallerWhoseLocksItWouldWaitFor() {
        try (Transaction caller = TestDatabase.begin()) {
            caller.execute("MATCH (p:Product {id: 'bread'}) SET p.price = 4").close();

            assertThatThrownBy(() ->
                            caller.execute("CALL cartograph.model.build({})").resultAsString())
                    .hasStackTraceContaining("must be called in a transaction of its own, but this one already holds");
        }
        assertThat(rows("MATCH (m:Model) RETURN m")).isEmpty();
    }

    @Test
    void leavesTheCallersOwnMetadataAlone() {
        try (Transaction caller = TestDatabase.begin()) {
            caller.execute("CALL tx.setMetaData({app: 'night job'})").close();
            caller.execute("CALL cartograph.model.build({})").resultAsString();

            assertThat(caller.execute("CALL tx.getMetaData()").next().get("metadata"))
                    .isEqualTo(Map.of("app", "night job"));
        }
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertRefused("{neighbors: 3}").hasStackTraceContaining("Did you mean `neighbours`?");
        assertRefused("{neighbours: 0}")
                .hasStackTraceContaining("`neighbours` must be a whole number between 1 and 200, but was 0.");
        assertRefused("{families: ['BOUGHT_TOGHETHER']}").hasStackTraceContaining("Did you mean `BOUGHT_TOGETHER`?");
        assertRefused("{gamma: 0, ridgeNeighbours: 0}").hasStackTraceContaining("must not both be 0");
        assertThat(rows("MATCH (m:Model) RETURN m")).isEmpty();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String config) {
        return assertThatThrownBy(() -> build(config));
    }

    private static List<Map<String, Object>> build(String config) {
        return rows("CALL cartograph.model.build(" + config + ")");
    }

    private static ZonedDateTime rowsAt(String product) {
        return (ZonedDateTime) rows("MATCH (p:Product {id: $id}) RETURN p.rowsAt AS at", Map.of("id", product))
                .get(0)
                .get("at");
    }
}
