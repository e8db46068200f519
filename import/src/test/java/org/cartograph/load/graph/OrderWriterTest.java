package org.cartograph.load.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cartograph.load.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;

final class OrderWriterTest {

    private static final OffsetDateTime NEW_YEAR = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
    }

    @Test
    void writesASingleOrderAndSaysWhatItDid() {
        Order order = order(NEW_YEAR, line("mug", 2));

        assertThat(write(order)).isEqualTo(new OrdersWritten(1, 0, 0, 1, 1));
        assertThat(write(order)).isEqualTo(new OrdersWritten(0, 0, 1, 0, 0));
        assertThat(write(order(NEW_YEAR.plusDays(1), line("mug", 2), line("tea", 1))))
                .isEqualTo(new OrdersWritten(0, 1, 0, 2, 1));
    }

    @Test
    void ofAnOrderThatStandsTwiceTheLatestVersionIsWritten() {
        write(order(NEW_YEAR.plusDays(1), line("mug", 2)), order(NEW_YEAR, line("tea", 1)));

        assertThat(TestDatabase.value("MATCH ()-[r:PURCHASED]->(p) RETURN collect(p.id)"))
                .isEqualTo(List.of("mug"));
    }

    @Test
    void sumsLinesOfTheSameProduct() {
        assertThat(order(NEW_YEAR, line("mug", 2), line("tea", 1), line("mug", 3))
                        .lines())
                .containsExactly(line("mug", 5), line("tea", 1));
    }

    @Test
    void leavesNoTraceOfItsLockOnTheOrder() {
        write(order(NEW_YEAR, line("mug", 2)));
        write(order(NEW_YEAR.plusDays(1), line("mug", 2)));
        write(order(NEW_YEAR, line("mug", 2)));

        assertThat(TestDatabase.value("MATCH (o:Order) RETURN keys(o)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("id", "updatedAt", "status", "currency", "customerId");
    }

    @Test
    void leavesNothingWithACustomerWhomANewerVersionNoLongerNames() {
        write(of("ann", NEW_YEAR, line("mug", 2)));
        write(of("bob", NEW_YEAR.plusDays(1), line("mug", 2)));
        assertThat(buyers()).isEqualTo(List.of("bob"));

        write(of(null, NEW_YEAR.plusDays(2), line("mug", 2)));
        assertThat(buyers()).isEqualTo(List.of("guest:o1"));

        write(of("ann", NEW_YEAR.plusDays(3), line("tea", 1)));
        assertThat(buyers()).isEqualTo(List.of("ann"));
    }

    @Test
    void remembersNobodyWithAnOrderThatWasCancelled() {
        write(of("ann", NEW_YEAR, line("mug", 2)));
        write(of("bob", NEW_YEAR.plusDays(1)));

        assertThat(buyers()).isEqualTo(List.of());
        assertThat(TestDatabase.value("MATCH (o:Order) RETURN o.customerId")).isNull();
    }

    private static Order of(@Nullable String customer, OffsetDateTime updatedAt, Line... lines) {
        return new Order("o1", customer, NEW_YEAR, updatedAt, null, null, List.of(lines));
    }

    private static Object buyers() {
        return TestDatabase.value("MATCH (c)-[:PURCHASED]->() RETURN collect(c.id)");
    }

    @Test
    void saysWhatBecameOfEachOrderOfAList() {
        write(order(NEW_YEAR, line("mug", 2)));
        Order newer = order(NEW_YEAR.plusDays(2), line("tea", 1));
        Order other = new Order("o2", null, NEW_YEAR, NEW_YEAR, null, null, List.of(line("tea", 1)));

        assertThat(outcomes(order(NEW_YEAR.plusDays(1)), newer, other, order(NEW_YEAR)))
                .containsExactly(
                        OrderOutcome.UNCHANGED, OrderOutcome.REPLACED, OrderOutcome.CREATED, OrderOutcome.UNCHANGED);
        assertThat(outcomes(newer, other)).containsOnly(OrderOutcome.UNCHANGED);
    }

    @Test
    void neverWritesAnOrderOfAForgottenPersonAgain() {
        TestDatabase.rows("CREATE (:Order {id: 'o1', erased: true})");

        assertThat(write(order(NEW_YEAR, line("mug", 2)))).isEqualTo(new OrdersWritten(0, 0, 1, 0, 0));
        assertThat(TestDatabase.value("MATCH (n) WHERE NOT n:Order RETURN count(n)"))
                .isEqualTo(0L);
        assertThat(TestDatabase.value("MATCH (o:Order) RETURN keys(o)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("id", "erased");
    }

    private static List<OrderOutcome> outcomes(Order... orders) {
        try (Session session = TestDatabase.driver().session()) {
            return session.executeWrite(transaction -> OrderWriter.write(transaction, List.of(orders)));
        }
    }

    private static OrdersWritten write(Order... orders) {
        try (Session session = TestDatabase.driver().session()) {
            return new OrderWriter(session).write(List.of(orders));
        }
    }

    private static Order order(OffsetDateTime version, Line... lines) {
        return new Order("o1", "ann", NEW_YEAR, version, "paid", "EUR", List.of(lines));
    }

    private static Line line(String product, int quantity) {
        return new Line(product, BigDecimal.valueOf(quantity), null);
    }
}
