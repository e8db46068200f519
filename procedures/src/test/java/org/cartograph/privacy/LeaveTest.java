package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Transaction;

/** Erasing a person: what goes and what stays. */
class LeaveTest {
    @BeforeEach
    void enter() {
        Zoe.enter();
    }

    @Test
    void leavesNoTraceOfThePerson() {
        assertThat(Zoe.traces(Zoe.ID)).isNotEmpty();

        forget(Zoe.ID);

        assertThat(Zoe.traces(Zoe.ID)).isEmpty();
        assertThat(rows("MATCH (l:Leaving) RETURN l")).isEmpty();
        assertThat(rows("MATCH ()-[r:VIEWED|ADDED_TO_CART|REMOVED_FROM_CART|DISMISSED|OWNS|SEEN|RATED|PREFERS|RECEIVED"
                        + "|LIVES_AT|SERVES]-() RETURN r"))
                .isEmpty();
    }

    @Test
    void saysWhatItErased() {
        assertThat(forget(Zoe.ID))
                .containsEntry("known", true)
                .containsEntry("orders", 2L)
                .containsEntry("purchases", 3L)
                .containsEntry("recommendations", 2L)
                .containsEntry("exposures", 1L)
                .containsEntry("searches", 1L);
    }

    @Test
    void keepsEachBasketOfNobodyAndCutToTheDay() {
        forget(Zoe.ID);

        List<Map<String, Object>> baskets = rows("""
                MATCH (c:Customer)-[b:PURCHASED]->(p) WHERE c.id STARTS WITH 'forgotten:'
                WITH c, b ORDER BY endNode(b).id
                RETURN c.id AS id, c.anonymous AS anonymous, collect(endNode(b).id) AS products, collect(DISTINCT b.orderId) AS orders,
                       collect(DISTINCT b.at) AS at, collect(b.unitPrice) AS prices, collect(b.quantity) AS quantities
                ORDER BY products""");

        assertThat(baskets)
                .extracting(basket -> basket.get("products"))
                .containsExactly(List.of("honey", "sled"), List.of("tea"));
        assertThat(baskets)
                .allSatisfy(basket -> assertThat(basket)
                        .containsEntry("anonymous", true)
                        .containsEntry("orders", List.of(basket.get("id"))));
        assertThat(baskets.get(0))
                .containsEntry("at", List.of(ZonedDateTime.parse("2026-03-12T00:00Z")))
                .containsEntry("prices", List.of(6.0, 40.0))
                .containsEntry("quantities", List.of(1L, 1L));
        assertThat(baskets.get(0).get("id")).isNotEqualTo(baskets.get(1).get("id"));
    }

    @Test
    void keepsWhatCameBackWithItsBasket() {
        forget(Zoe.ID);

        assertThat(rows("MATCH (c:Customer)-[r:RETURNED]->(p:Product {id: 'honey'}), (c)-[b:PURCHASED]->(p) "
                        + "RETURN r.orderId = b.orderId AS same, toString(r.at) AS at"))
                .containsExactly(Map.of("same", true, "at", "2026-03-20T00:00:00Z"));
    }

    @Test
    void keepsTheOrderAsAnIdAndNothingElse() {
        forget(Zoe.ID);

        assertThat(rows("MATCH (o:Order) RETURN properties(o) AS o ORDER BY o.id"))
                .extracting(row -> row.get("o"))
                .containsExactly(Map.of("id", "o8", "erased", true), Map.of("id", "o9", "erased", true));
    }

    @Test
    void remembersOrdersThatHadNoNode() {
        forget("bob");

        assertThat(rows("MATCH (o:Order {id: 'o3'}) RETURN o.erased AS erased"))
                .containsExactly(Map.of("erased", true));
    }

    @Test
    void keepsOutcomesWithoutThePerson() {
        forget(Zoe.ID);

        assertThat(rows("MATCH (r:Recommendation {id: 'r1'})-[s:SHOWED]->(:Product {id: 'tea'}) "
                        + "RETURN s.revenue AS revenue, s.orderId AS orderId, s.boughtAt IS NOT NULL AS bought"))
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row)
                        .containsEntry("revenue", 5.0)
                        .containsEntry("orderId", null)
                        .containsEntry("bought", true));
        assertThat(rows("MATCH (r:Recommendation {shared: true}) RETURN r.id AS id"))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("id")).startsWith("forgotten:"));
    }

    @Test
    void takesTheOrderOffASaleThatNobodyReceived() {
        rows("MATCH (tea:Product {id: 'tea'}) "
                + "CREATE (:Recommendation {id: 'r3'})-[:SHOWED {orderId: 'o8', revenue: 5.0}]->(tea)");

        forget(Zoe.ID);

        assertThat(rows("MATCH (:Recommendation {id: 'r3'})-[s:SHOWED]->() RETURN properties(s) AS sale"))
                .containsExactly(Map.of("sale", Map.of("revenue", 5.0)));
    }

    @Test
    void keepsAnAnonymousUnitInTheExperiment() {
        forget(Zoe.ID);

        assertThat(
                        rows(
                                "MATCH (c)-[e:EXPOSED]->(x:Experiment) RETURN c.id = e.unit AS same, c.id STARTS WITH 'forgotten:' AS random, "
                                        + "e.variant AS variant, e.at = x.startedAt AS notBeforeTheStart, size([(c)--() | 1]) AS relationships"))
                .containsExactly(Map.of(
                        "same", true, "random", true, "variant", "b", "notBeforeTheStart", true, "relationships", 1L));
    }

    @Test
    void leavesEverybodyElseAsTheyWere() {
        String others = "MATCH (c:Customer)-[r]->(x) WHERE c.id <> $id AND NOT c.id STARTS WITH 'forgotten:' "
                + "RETURN c.id AS id, type(r) AS type, properties(r) AS r, elementId(x) AS x ORDER BY id, type, x, toString(r.at)";
        List<Map<String, Object>> before = rows(others, Map.of("id", Zoe.ID));

        forget(Zoe.ID);

        assertThat(rows(others, Map.of("id", Zoe.ID))).isEqualTo(before);
        assertThat(rows("MATCH (s:Search) RETURN s.text AS text")).containsExactly(Map.of("text", "tea"));
        assertThat(rows("MATCH (:Address) RETURN 1")).hasSize(1);
    }

    @Test
    void forgetsAGuestByTheOrder() {
        assertThat(forget("guest:o7")).containsEntry("known", true).containsEntry("orders", 1L);

        assertThat(Zoe.traces("guest:")).isEmpty();
        assertThat(rows("MATCH (o:Order {id: 'o7'}) RETURN o.erased AS erased"))
                .containsExactly(Map.of("erased", true));
    }

    @Test
    void hasNothingToEraseTheSecondTime() {
        forget(Zoe.ID);

        assertThat(forget(Zoe.ID)).containsEntry("known", false).containsEntry("orders", 0L);
    }

    @Test
    void treatsAReturningPersonAsSomebodyNew() {
        forget(Zoe.ID);
        rows(
                "MATCH (p:Product {id: 'jam'}) CREATE (:Customer {id: $id})-[:PURCHASED {orderId: 'o10', at: datetime()}]->(p)",
                Map.of("id", Zoe.ID));

        assertThat(rows("MATCH (c:Customer {id: $id})-[b:PURCHASED]->() RETURN b.orderId AS id", Map.of("id", Zoe.ID)))
                .containsExactly(Map.of("id", "o10"));
    }

    @Test
    void erasesTwoPeopleAtOnceAndOnePersonTwice() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Map<String, Object>>> calls = Stream.of(Zoe.ID, "ann", Zoe.ID)
                    .map(id -> callers.submit(() -> forget(id)))
                    .toList();
            for (Future<Map<String, Object>> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdown();
        }

        assertThat(Zoe.traces(Zoe.ID)).isEmpty();
        assertThat(Zoe.traces("ann")).isEmpty();
        assertThat(rows("MATCH (l:Leaving) RETURN l")).isEmpty();
        assertThat(baskets())
                .containsExactlyInAnyOrder(
                        Set.of("honey", "sled"), Set.of("tea"), Set.of("bread", "butter"), Set.of("bread", "jam"));
    }

    @Test
    void leavesWithMoreOrdersThanOneTransactionTakes() {
        int many = 2_100;
        rows(
                "UNWIND range(1, $n) AS n CALL { WITH n MATCH (p:Product {id: 'milk'}), (q:Product {id: 'jam'}), (z:Customer {id: $id}) "
                        + "CREATE (z)-[:PURCHASED {orderId: 'x' + n, at: datetime()}]->(p), (z)-[:PURCHASED {orderId: 'x' + n, at: datetime()}]->(q) } IN TRANSACTIONS OF 10000 ROWS",
                Map.of("n", many, "id", Zoe.ID));

        assertThat(forget(Zoe.ID)).containsEntry("orders", many + 2L).containsEntry("purchases", 2L * many + 3);

        assertThat(rows("MATCH (c:Customer)-[b:PURCHASED]->() WHERE c.id STARTS WITH 'forgotten:' "
                        + "WITH c, count(b) AS lines, count(DISTINCT b.orderId) AS orders "
                        + "RETURN lines, orders, count(c) AS customers ORDER BY lines"))
                .containsExactly(
                        Map.of("lines", 1L, "orders", 1L, "customers", 1L),
                        Map.of("lines", 2L, "orders", 1L, "customers", many + 1L));
    }

    @Test
    void refusesACallerWhoseLocksItWouldWaitFor() {
        try (Transaction caller = TestDatabase.begin()) {
            caller.execute("MATCH (p:Product {id: 'bread'}) SET p.price = 4").close();

            assertThatThrownBy(() -> caller.execute("CALL cartograph.customer.forget('ann')")
                            .resultAsString())
                    .hasStackTraceContaining("must be called in a transaction of its own");
        }
    }

    @Test
    void refusesAnIdThatCanBeNobodys() {
        assertThatThrownBy(() -> forget(" ")).hasMessageContaining("`id` must be 1 to 64 characters, but was ' '.");
    }

    static List<Set<Object>> baskets() {
        return rows("MATCH (c:Customer)-[b:PURCHASED]->(p) WHERE c.id STARTS WITH 'forgotten:' "
                        + "RETURN c.id AS id, collect(p.id) AS products")
                .stream()
                .map(row -> ((List<?>) row.get("products")).stream().collect(Collectors.<Object>toSet()))
                .toList();
    }

    private static Map<String, Object> forget(String id) {
        List<Map<String, Object>> rows = rows("CALL cartograph.customer.forget($id)", Map.of("id", id));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
