package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeighbourQueryTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0, coldStart: {kappa: 0}})");
    }

    @Test
    void showsARowWithItsEvidence() {
        Map<String, Object> butter =
                rows("CALL cartograph.boughtTogether('bread', {limit: 1})").get(0);

        assertThat(butter).containsEntry("productId", "butter").containsEntry("orders", 2L);
        assertThat((Double) butter.get("support")).isCloseTo(2 / 7.0, within(1e-9));
        assertThat((Double) butter.get("confidence")).isCloseTo(2 / 4.0, within(1e-9));
        assertThat((Double) butter.get("lift")).isCloseTo(14 / 12.0, within(1e-9));
    }

    @Test
    void showsTheOtherFamilies() {
        assertThat(rows("CALL cartograph.boughtNext('bread')"))
                .extracting(row -> row.get("productId"))
                .containsExactly("jam", "butter", "milk");
        assertThat(rows("CALL cartograph.alsoBought('tea')"))
                .extracting(row -> row.get("productId"))
                .containsExactly("milk", "teapot");
    }

    @Test
    void leavesOutWhatCannotBeSoldUnlessAsked() {
        rows("MATCH (p:Product {id: 'butter'}) SET p.stock = 0");

        assertThat(rows("CALL cartograph.boughtTogether('bread')")).hasSize(2);
        assertThat(rows("CALL cartograph.boughtTogether('bread', {onlySellable: false})"))
                .hasSize(3);
    }

    @Test
    void saysWhichProductItDoesNotKnow() {
        assertThatThrownBy(() -> rows("CALL cartograph.boughtTogether('nope')"))
                .hasStackTraceContaining(
                        "`id` must be the id of a product in the graph, but there is none with 'nope'.");
    }
}
