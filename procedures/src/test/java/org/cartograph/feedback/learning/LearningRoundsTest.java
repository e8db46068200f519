package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.feedback.learning.Learned.assertOffered;
import static org.cartograph.feedback.learning.Learned.learn;
import static org.cartograph.feedback.learning.Learned.offered;
import static org.cartograph.feedback.learning.Learned.seen;
import static org.cartograph.fixture.Shown.receive;
import static org.cartograph.fixture.Shown.show;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Transaction;

/** What one call of learning takes on, and what it leaves, refuses and repeats. */
class LearningRoundsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
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
        assertThatThrownBy(Learned::learn).hasMessageContaining("CALL cartograph.schema.install()");
        rows("CALL cartograph.schema.install()");
    }
}
