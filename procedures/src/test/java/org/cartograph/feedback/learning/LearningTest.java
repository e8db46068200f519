package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.Shown.happen;
import static org.cartograph.fixture.Shown.receive;
import static org.cartograph.fixture.Shown.show;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.data.Offset;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Transaction;

class LearningTest {
    /** What is forgotten of a day while a test runs. */
    private static final Offset<Double> CLOSE = within(1e-4);

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    private static Map<String, Object> learn() {
        return rows("CALL cartograph.feedback.learn()").get(0);
    }

    /** Looks and takes of a product beside another. */
    private static List<Double> offered(String seed, String product) {
        List<Map<String, Object>> rows = rows(
                "MATCH (:Product {id: $seed})-[o:OFFERED {placement: 'similar'}]->(:Product {id: $product}) "
                        + "RETURN o.shown AS shown, o.taken AS taken",
                Map.of("seed", seed, "product", product));
        assertThat(rows).hasSizeLessThan(2);
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        (Double) rows.get(0).get("shown"), (Double) rows.get(0).get("taken"));
    }

    private static void assertOffered(String product, double looks, double taken) {
        assertThat(offered(product, product)).hasSize(2);
        assertThat(offered(product, product).get(0)).isCloseTo(looks, CLOSE);
        assertThat(offered(product, product).get(1)).isCloseTo(taken, CLOSE);
    }

    private static Map<String, Object> seen(String customer, String product) {
        return rows(
                        "MATCH (:Customer {id: $customer})-[s:SEEN]->(:Product {id: $product}) "
                                + "RETURN s.times AS times, s.clicked AS clicked, s.lastAt IS NOT NULL AS dated",
                        Map.of("customer", customer, "product", product))
                .get(0);
    }

    @Test
    void countsALookByHowLikelyThePlaceIsLookedAt() {
        show("r1", "jam", 1, "");
        show("r2", "milk", 3, "");

        assertThat(learn()).containsEntry("recommendations", 2L).containsEntry("outcomes", 2L);

        assertOffered("jam", 1, 0);
        // 1 / log2(1 + 3)
        assertOffered("milk", 1 / 2.0, 0);
    }

    @Test
    void countsNothingThatNobodySaw() {
        show("r1", "jam", 1, "showed.seenAt = null");

        assertThat(learn()).containsEntry("recommendations", 1L).containsEntry("outcomes", 0L);
        assertThat(offered("jam", "jam")).isEmpty();
    }

    @Test
    void creditsTheBestOfWhatBecameOfAnOffer() {
        show("r1", "bread", 1, "showed.clickedAt = datetime()");
        show("r2", "jam", 1, "showed.clickedAt = datetime(), showed.addedAt = datetime()");
        show("r3", "tea", 1, "showed.clickedAt = datetime(), showed.boughtAt = datetime()");
        show("r4", "sled", 1, "showed.boughtAt = datetime(), showed.returnedAt = datetime()");

        learn();

        assertOffered("bread", 1, 0.1);
        assertOffered("jam", 1, 0.5);
        assertOffered("tea", 1, 1);
        assertOffered("sled", 1, 0);
    }

    @Test
    void countsARefusalAsOneLookMoreAndNotAsAClick() {
        show("r1", "jam", 1, "showed.dismissedAt = datetime()");
        receive("ann", "r1");

        learn();

        assertOffered("jam", 2, 0);
        assertThat(seen("ann", "jam")).containsEntry("clicked", false);
    }

    @Test
    void learnsNothingTwice() {
        show("r1", "jam", 1, "showed.clickedAt = datetime(), showed.dismissedAt = datetime()");
        receive("ann", "r1");
        learn();

        assertThat(learn()).containsEntry("recommendations", 0L);
        happen("r1", "showed.rank = 1");
        assertThat(learn()).containsEntry("recommendations", 1L).containsEntry("outcomes", 0L);

        assertOffered("jam", 2, 0.1);
        assertThat(seen("ann", "jam")).containsEntry("times", 1L);
    }

    @Test
    void learnsByAndByWhatItWouldHaveLearnedAtOnce() {
        String longAgo = "showed.seenAt = datetime() - duration({days: 60})";
        show("r1", "jam", 3, longAgo);
        learn();
        happen("r1", "showed.clickedAt = datetime()");
        learn();
        happen("r1", "showed.boughtAt = datetime(), showed.dismissedAt = datetime()");
        learn();
        show("r2", "milk", 3, longAgo + ", showed.boughtAt = datetime(), showed.dismissedAt = datetime()");
        learn();

        // Half of 1/2 look, of the refusal and of the take is left after 60 days.
        assertOffered("jam", 3 / 4.0, 1 / 2.0);
        assertOffered("milk", 3 / 4.0, 1 / 2.0);
    }

    @Test
    void takesBackWhatWasTakenBack() {
        show("r1", "jam", 1, "showed.boughtAt = datetime()");
        learn();
        happen("r1", "showed.boughtAt = null");
        learn();

        assertOffered("jam", 1, 0);
    }

    @Test
    void forgetsByHalves() {
        show("r1", "jam", 1, "showed.boughtAt = datetime()");
        learn();
        rows("MATCH ()-[o:OFFERED]->() SET o.at = datetime() - duration({days: 120})");
        show("r2", "jam", 1, "");
        learn();

        assertOffered("jam", 1 / 4.0 + 1, 1 / 4.0);
    }

    @Test
    void learnsBesideTheSeedAsWell() {
        show("r1", "jam", 1, "showed.via = 'bread', showed.clickedAt = datetime()");
        show("r2", "jam", 1, "showed.via = 'gone'");
        show("r3", "jam", 1, "showed.via = 'jam'");

        learn();

        assertOffered("jam", 3, 0.1);
        assertThat(offered("bread", "jam").get(0)).isCloseTo(1, CLOSE);
        assertThat(offered("bread", "jam").get(1)).isCloseTo(0.1, CLOSE);
        assertThat(rows("MATCH ()-[o:OFFERED]->() WHERE o.productId IS NOT NULL RETURN o.productId AS id"))
                .containsExactly(Map.of("id", "jam"));
    }

    @Test
    void remembersWhatAShopperHasSeenOncePerRecommendation() {
        show("r1", "jam", 1, "");
        receive("ann", "r1");
        learn();
        happen("r1", "showed.clickedAt = datetime()");
        learn();
        assertThat(seen("ann", "jam"))
                .containsEntry("times", 1L)
                .containsEntry("clicked", true)
                .containsEntry("dated", true);

        show("r2", "jam", 1, "");
        receive("ann", "r2");
        learn();

        assertThat(seen("ann", "jam")).containsEntry("times", 2L).containsEntry("clicked", true);
    }

    @Test
    void remembersNothingOfAShopperWhoRefusedConsent() {
        show("r1", "jam", 1, "");
        receive("ann", "r1");
        rows("MATCH (c:Customer {id: 'ann'}) SET c.consent = false");

        learn();

        assertOffered("jam", 1, 0);
        assertThat(rows("MATCH ()-[s:SEEN]->() RETURN s")).isEmpty();
    }

    @Test
    void boundsWhatASeedKeeps() {
        rows("UNWIND range(1, 210) AS n CREATE (:Product {id: 'x' + n})");
        rows(
                "MATCH (b:Product {id: 'bread'}), (x:Product) WHERE x.id STARTS WITH 'x' "
                        + "CREATE (b)-[:OFFERED {placement: 'similar', shown: toInteger(substring(x.id, 1)), taken: 0, at: datetime()}]->(x)");
        rows("MATCH (b:Product {id: 'bread'}), (m:Product {id: 'milk'}) "
                + "CREATE (b)-[:OFFERED {placement: 'similar', shown: 0.04, taken: 0, at: datetime()}]->(m)");
        show("r1", "jam", 1, "showed.via = 'bread'");

        learn();

        assertThat(rows("MATCH (:Product {id: 'bread'})-[o:OFFERED]->(p) RETURN p.id AS id ORDER BY o.shown"))
                .hasSize(Evidence.MOST)
                .startsWith(Map.of("id", "jam"), Map.of("id", "x12"))
                .doesNotContain(Map.of("id", "milk"));
    }

    @Test
    void leavesTheRestForTheNextTime() {
        for (int n = 0; n < 5; n++) {
            show("r" + n, "jam", 1, "");
        }

        assertThat(rows("CALL cartograph.feedback.learn({limit: 2})").get(0))
                .containsEntry("recommendations", 2L)
                .containsEntry("remaining", 3L);
        learn();

        assertOffered("jam", 5, 0);
    }

    @Test
    void countsOnceWhenItWasStoppedInBetween() {
        int most = 120;
        for (int n = 0; n < most; n++) {
            show("r" + n, "jam", 1, "");
        }
        int[] checks = {0};
        Runnable stopsAtTheThird = () -> {
            if (++checks[0] == 3) {
                throw new IllegalStateException("stopped");
            }
        };

        assertThatThrownBy(() -> learning(stopsAtTheThird)).hasMessage("stopped");
        assertThat(offered("jam", "jam").get(0)).isBetween(1.0, most - 1.0);
        learn();

        assertOffered("jam", most, 0);
    }

    @Test
    void countsOnceWhenTwoLearnAtOnce() {
        int most = 120;
        for (int n = 0; n < most; n++) {
            show("r" + n, n % 2 == 0 ? "jam" : "tea", 1, "showed.via = 'bread'");
            receive("ann", "r" + n);
        }

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> learning(() -> {}));
        learning(() -> {});
        other.join();

        assertOffered("jam", most / 2.0, 0);
        assertThat(seen("ann", "tea")).containsEntry("times", most / 2L);
    }

    private static void learning(Runnable check) {
        try (Transaction transaction = TestDatabase.begin()) {
            new Learning(TestDatabase.database(), LearningSettings.of(Map.of(), Map.of())).run(transaction, check);
        }
    }

    @Test
    void goesByTheShopsOwnParameters() {
        rows("CREATE (:Parameters {`learning.credit.clicked`: 0.25})");
        show("r1", "jam", 1, "showed.clickedAt = datetime()");
        show("r2", "tea", 1, "showed.clickedAt = datetime()");

        rows("CALL cartograph.feedback.learn({limit: 1})");
        rows("CALL cartograph.feedback.learn({credit: {clicked: 1}})");

        assertThat(List.of(offered("jam", "jam").get(1), offered("tea", "tea").get(1)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1)
                .containsExactlyInAnyOrder(0.25, 1.0);
    }

    @Test
    void refusesWhatMeansNothing() {
        assertThatThrownBy(() -> rows("CALL cartograph.feedback.learn({halfLifeDays: 0})"))
                .hasMessageContaining("`halfLifeDays` must be a number between 0.1 and 3650, but was 0.");
        assertThatThrownBy(() -> rows("CALL cartograph.feedback.learn({credit: {bought: 2}})"))
                .hasMessageContaining("`credit.bought` must be a number between 0 and 1, but was 2.");
        assertThatThrownBy(() -> rows("CALL cartograph.feedback.learn({halfLife: 3})"))
                .hasMessageContaining("`halfLife` is not a key here.");
    }

    @Test
    void refusesACallerWhoHoldsLocks() {
        try (Transaction transaction = TestDatabase.begin()) {
            transaction.execute("CREATE (:Customer {id: 'zoe'})").close();
            assertThatThrownBy(() -> new Learning(TestDatabase.database(), LearningSettings.of(Map.of(), Map.of()))
                            .run(transaction, () -> {}))
                    .hasMessageContaining("must be called in a transaction of its own");
        }
    }

    @Test
    void refusesToLearnWithoutItsIndex() {
        rows("DROP INDEX offered_product");
        assertThatThrownBy(LearningTest::learn).hasMessageContaining("CALL cartograph.schema.install()");
        rows("CALL cartograph.schema.install()");
    }
}
