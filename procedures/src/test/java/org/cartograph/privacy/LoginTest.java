package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor who turns out to be a customer. */
class LoginTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("""
                MATCH (tea:Product {id: 'tea'}), (jam:Product {id: 'jam'}), (drinks:Category {value: 'drinks'})
                CREATE (v:Customer {id: 'v1', anonymous: true}), (x:Experiment {name: 'x'}), (y:Experiment {name: 'y'}),
                       (v)-[:VIEWED {at: datetime(), eventId: 'e1'}]->(tea),
                       (v)-[:ADDED_TO_CART {at: datetime(), eventId: 'e2'}]->(tea),
                       (v)-[:SEARCHED {at: datetime(), eventId: 'e3'}]->(:Search {text: 'tea'}),
                       (v)-[:SEEN {times: 2, lastAt: datetime('2026-02-02T00:00Z'), clicked: true}]->(tea),
                       (v)-[:RATED {stars: 2.0, at: datetime('2026-02-02T00:00Z')}]->(jam),
                       (v)-[:PREFERS]->(drinks),
                       (v)-[:RECEIVED {at: datetime()}]->(:Recommendation {id: 'r1~hash'}),
                       (v)-[:EXPOSED {variant: 'a', unit: 'v1', at: datetime('2026-02-01T00:00Z')}]->(x),
                       (v)-[:EXPOSED {variant: 'a', unit: 'v1', at: datetime('2026-02-03T00:00Z')}]->(y)
                WITH tea, jam, drinks, x, y
                MATCH (ann:Customer {id: 'ann'})
                CREATE (ann)-[:SEEN {times: 3, lastAt: datetime('2026-01-02T00:00Z'), clicked: false}]->(tea),
                       (ann)-[:RATED {stars: 5.0, at: datetime('2026-01-02T00:00Z')}]->(jam),
                       (ann)-[:PREFERS]->(drinks),
                       (ann)-[:EXPOSED {variant: 'b', unit: 'ann', at: datetime('2026-02-02T00:00Z')}]->(x),
                       (ann)-[:EXPOSED {variant: 'b', unit: 'ann', at: datetime('2026-02-02T00:00Z')}]->(y)""");
    }

    @Test
    void givesTheCustomerWhatTheVisitorDid() {
        assertThat(merge("v1", "ann"))
                .containsEntry("known", true)
                .containsEntry("moved", 4L)
                .containsEntry("joined", 5L);

        assertThat(
                        rows(
                                "MATCH (:Customer {id: 'ann'})-[r:VIEWED|ADDED_TO_CART|SEARCHED]->() RETURN r.eventId AS id ORDER BY id"))
                .containsExactly(Map.of("id", "e1"), Map.of("id", "e2"), Map.of("id", "e3"));
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[:RECEIVED]->(r) RETURN r.id AS id"))
                .containsExactly(Map.of("id", "r1~hash"));
        assertThat(rows("MATCH (v:Customer {id: 'v1'}) RETURN v")).isEmpty();
    }

    @Test
    void addsUpWhatBothHaveSeen() {
        merge("v1", "ann");

        assertThat(
                        rows(
                                "MATCH (:Customer {id: 'ann'})-[s:SEEN]->() RETURN s.times AS times, s.clicked AS clicked, s.lastAt AS at"))
                .containsExactly(Map.of("times", 5L, "clicked", true, "at", ZonedDateTime.parse("2026-02-02T00:00Z")));
    }

    @Test
    void keepsTheNewerOfTwoRatingsAndOnePreference() {
        merge("v1", "ann");

        assertThat(rows("MATCH (:Customer {id: 'ann'})-[r:RATED]->() RETURN r.stars AS stars"))
                .containsExactly(Map.of("stars", 2.0));
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[r:PREFERS]->() RETURN r"))
                .hasSize(1);
    }

    @Test
    void keepsTheVariantThatWasShownFirst() {
        merge("v1", "ann");

        assertThat(
                        rows(
                                "MATCH (:Customer {id: 'ann'})-[e:EXPOSED]->(x) RETURN x.name + e.variant + e.unit AS shown ORDER BY shown"))
                .containsExactly(Map.of("shown", "xav1"), Map.of("shown", "ybann"));
    }

    @Test
    void keepsEveryVisitOfAnExperimentOnVisits() {
        rows(
                "MATCH (v:Customer {id: 'v1'}), (ann:Customer {id: 'ann'}) CREATE (z:Experiment {name: 'z', unit: 'session'}), "
                        + "(v)-[:EXPOSED {variant: 'a', unit: 's1', at: datetime()}]->(z), "
                        + "(ann)-[:EXPOSED {variant: 'b', unit: 's2', at: datetime()}]->(z)");

        merge("v1", "ann");

        assertThat(rows("MATCH (:Customer {id: 'ann'})-[e:EXPOSED]->(:Experiment {name: 'z'}) "
                        + "RETURN e.variant + e.unit AS shown ORDER BY shown"))
                .containsExactly(Map.of("shown", "as1"), Map.of("shown", "bs2"));
    }

    @Test
    void makesTheCustomerWhoLogsInForTheFirstTime() {
        merge("v1", "new");

        assertThat(rows("MATCH (c:Customer {id: 'new'}) RETURN c.anonymous AS anonymous, size([(c)--() | 1]) AS facts"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("anonymous", null).containsEntry("facts", 9L));
    }

    @Test
    void changesNothingTheSecondTime() {
        merge("v1", "ann");
        String everything =
                "MATCH (c:Customer)-[r]->() RETURN c.id AS id, type(r) AS type, properties(r) AS r ORDER BY id, type, toString(r.at)";
        List<Map<String, Object>> before = rows(everything);

        assertThat(merge("v1", "ann")).containsEntry("known", false).containsEntry("moved", 0L);

        assertThat(rows(everything)).isEqualTo(before);
    }

    @Test
    void countsTwoLoginsAtOnceOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Map<String, Object>>> calls = Stream.of("ann", "ann", "ann", "ann")
                    .map(id -> callers.submit(() -> merge("v1", id)))
                    .toList();
            long known = 0;
            for (Future<Map<String, Object>> call : calls) {
                known += Boolean.TRUE.equals(call.get().get("known")) ? 1 : 0;
            }
            assertThat(known).isEqualTo(1);
        } finally {
            callers.shutdown();
        }

        assertThat(rows("MATCH (:Customer {id: 'ann'})-[s:SEEN]->() RETURN s.times AS times"))
                .containsExactly(Map.of("times", 5L));
    }

    @Test
    void letsTheModelLearnWhatTheVisitorHadBought() {
        rows("CALL cartograph.model.build({})");
        CornerShop.buy("v1", "o8", 20, "sled");
        rows("CALL cartograph.model.refresh()");

        merge("v1", "ann");
        rows("CALL cartograph.model.refresh()");

        assertThat(CornerShop.row("sled", "ALSO_BOUGHT")).containsKey("jam");
    }

    @Test
    void tellsTheOrderWhoHasItNow() {
        CornerShop.buy("v1", "o8", 20, "sled");
        rows("CREATE (:Order {id: 'o8', customerId: 'v1'})");

        merge("v1", "ann");

        assertThat(rows("MATCH (o:Order {id: 'o8'}) RETURN o.customerId AS id")).containsExactly(Map.of("id", "ann"));
    }

    @Test
    void erasesWhatTheVisitorDidWhenTheCustomerRefusedConsent() {
        rows("MATCH (c:Customer {id: 'ann'}) SET c.consent = false");
        CornerShop.buy("v1", "o8", 20, "sled");

        merge("v1", "ann");

        assertThat(rows("MATCH (:Customer {id: 'ann'})-[r:VIEWED|ADDED_TO_CART|SEARCHED|RECEIVED]->() RETURN r"))
                .isEmpty();
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[s:SEEN]->() RETURN s.times AS times"))
                .containsExactly(Map.of("times", 3L));
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[b:PURCHASED {orderId: 'o8'}]->() RETURN b"))
                .hasSize(1);
        assertThat(
                        rows(
                                "MATCH (:Experiment {name: 'x'})<-[e:EXPOSED]-(c) RETURN c.id = 'ann' AS ann, e.variant AS variant ORDER BY variant"))
                .containsExactly(Map.of("ann", false, "variant", "a"), Map.of("ann", true, "variant", "b"));
        assertThat(Zoe.traces("v1")).isEmpty();
    }

    @Test
    void takesOverThatTheVisitorRefusedConsent() {
        rows("MATCH (v:Customer {id: 'v1'}) SET v.consent = false");

        merge("v1", "ann");

        assertThat(rows("MATCH (c:Customer {id: 'ann'}) RETURN c.consent AS consent"))
                .containsExactly(Map.of("consent", false));
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[r:VIEWED|ADDED_TO_CART|SEARCHED|RECEIVED]->() RETURN r"))
                .isEmpty();
    }

    @Test
    void refusesToMakeOneOfTwoCustomers() {
        assertThatThrownBy(() -> merge("bob", "ann"))
                .hasMessageContaining("`visitorId` must be the id of an anonymous visitor, but 'bob' is a customer");
        assertThatThrownBy(() -> merge("ann", "ann"))
                .hasMessageContaining("`visitorId` must be another id than `customerId`");
        assertThatThrownBy(() -> merge("", "ann")).hasMessageContaining("`visitorId` must be 1 to 64 characters");
    }

    private static Map<String, Object> merge(String visitorId, String customerId) {
        List<Map<String, Object>> rows = rows(
                "CALL cartograph.customer.merge($visitorId, $customerId)",
                Map.of("visitorId", visitorId, "customerId", customerId));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
