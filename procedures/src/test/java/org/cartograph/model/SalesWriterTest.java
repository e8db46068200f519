package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five customers come back for milk after 20 days; with cat, dan and a guest it has eight. */
class SalesWriterTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        for (int customer = 0; customer < 5; customer++) {
            CornerShop.buy("regular" + customer, "a" + customer, 0, "milk");
            CornerShop.buy("regular" + customer, "b" + customer, 20, "milk");
        }
    }

    @Test
    void writesHowAProductIsBoughtAgain() {
        build();

        assertThat(product("milk")).containsEntry("share", 5 / 8.0).containsEntry("gap", 20.0);
        assertThat(product("tea")).containsEntry("share", null).containsEntry("gap", null);
    }

    @Test
    void writesTheFiguresOfItsCategoryWhereFewCameBack() {
        build();

        // Milk's five and Ann with her bread; customers of bread 3, butter 3, jam 2, milk 8, honey 0.
        assertThat(product("honey")).containsEntry("share", 6 / 16.0).containsEntry("gap", 20.0);
    }

    @Test
    void writesOnlyWhatMoved() {
        for (int guest = 0; guest < 13; guest++) {
            CornerShop.buy("guest:g" + guest, "g" + guest, 21, "milk");
        }
        build();
        CornerShop.buy("guest:g13", "g13", 21, "milk");
        build();
        assertThat(product("milk")).containsEntry("share", 5 / 21.0);

        CornerShop.buy("guest:g14", "g14", 21, "milk");
        build();
        assertThat(product("milk")).containsEntry("share", 5 / 23.0);
    }

    @Test
    void takesBackWhatIsNoLongerTrue() {
        build();

        rows("MATCH (:Customer {id: 'regular0'})-[line:PURCHASED {orderId: 'b0'}]->() DELETE line");
        rows("MATCH (:Customer {id: 'ann'})-[line:PURCHASED {orderId: 'o2'}]->() DELETE line");
        build();

        assertThat(product("milk")).containsEntry("share", null).containsEntry("gap", null);
    }

    @Test
    void isUndoneWithTheModel() {
        build();

        rows("CALL cartograph.model.drop()");

        assertThat(rows("MATCH (p:Product) WHERE p.repeatShare IS NOT NULL OR p.repeatGapDays IS NOT NULL "
                        + "OR p.recentSales IS NOT NULL RETURN p"))
                .isEmpty();
    }

    private static void build() {
        rows("CALL cartograph.model.build({ridgeNeighbours: 0})");
    }

    private static Map<String, Object> product(String id) {
        return rows(
                        "MATCH (p:Product {id: $id}) RETURN p.repeatShare AS share, p.repeatGapDays AS gap",
                        Map.of("id", id))
                .get(0);
    }
}
