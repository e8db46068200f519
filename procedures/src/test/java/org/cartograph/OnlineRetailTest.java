package org.cartograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Optional;
import org.cartograph.fixture.OnlineRetail;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the model makes of a real shop's orders; skipped where they are not beside the project. */
class OnlineRetailTest {
    private static final String GREEN_REGENCY_TEACUP = "22697";

    @BeforeAll
    static void learn() {
        Optional<List<OnlineRetail.Order>> orders = OnlineRetail.orders();
        assumeThat(orders)
                .as("real orders in ../shared/data beside the project")
                .isPresent();
        assertThat(OnlineRetail.load(orders.orElseThrow())).isEqualTo(386_326);
        rows("CALL cartograph.model.build({})");
    }

    @AfterAll
    static void leave() {
        TestDatabase.empty();
    }

    @Test
    void findsTheOtherTeacupsOfTheSet() {
        assertThat(rows("CALL cartograph.boughtTogether('" + GREEN_REGENCY_TEACUP + "', {limit: 5})").stream()
                        .limit(2)
                        .map(row -> row.get("productId")))
                .containsExactlyInAnyOrder("22698", "22699");
    }

    @Test
    void completesACartOfTwoTeacupsWithTheThird() {
        assertThat(rows("CALL cartograph.recommend('cart', {products: ['22697', '22699']})")
                        .get(0))
                .containsEntry("productId", "22698")
                .containsEntry("fallback", false);
    }
}
