package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Transaction;

/** An erasure that is cut short between any two of its transactions. */
class CutShortTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void isEndedByTheNextOneWhoeverItIsFor(int steps) {
        Zoe.enter();
        AtomicInteger left = new AtomicInteger(steps);
        try (Transaction caller = TestDatabase.begin()) {
            Leave leave = new Leave(TestDatabase.database(), () -> {
                if (left.decrementAndGet() == 0) {
                    throw new IllegalStateException("killed");
                }
            });
            assertThatThrownBy(() -> leave.run(caller, Zoe.ID)).hasMessage("killed");
        }
        assertThat(rows("MATCH (l:Leaving) RETURN l.consent AS consent")).containsExactly(Map.of("consent", false));

        rows("CALL cartograph.customer.forget('nobody')");

        assertThat(Zoe.traces(Zoe.ID)).isEmpty();
        assertThat(rows("MATCH (l:Leaving) RETURN l")).isEmpty();
        assertThat(LeaveTest.baskets()).containsExactlyInAnyOrder(Set.of("honey", "sled"), Set.of("tea"));
    }
}
