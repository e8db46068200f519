package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.ShelfShop.stage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FatigueTest {
    @BeforeEach
    void open() {
        ShelfShop.open();
        ShelfShop.ownBrands();
        rows("CREATE (:Customer {id: 'eva'})");
    }

    private static void seen(String product, int times, int daysAgo, boolean clicked) {
        rows(
                "MATCH (c:Customer {id: 'eva'}), (p:Product {id: $product}) MERGE (c)-[seen:SEEN]->(p) SET seen.times = "
                        + "$times, seen.lastAt = datetime() - duration({days: $days}), seen.clicked = $clicked",
                Map.of("product", product, "times", times, "days", daysAgo, "clicked", clicked));
    }

    private static List<String> box() {
        return ShelfShop.box("customerId: 'eva', explore: false");
    }

    @Test
    void letsRestWhatWasShownFiveTimesInVain() {
        seen("p1", 5, 1, false);

        assertThat(box()).containsExactly("p2", "p3", "p4", "p5");
        assertThat(ShelfShop.box("")).startsWith("p1");
    }

    @Test
    void showsItAgainAfterAWeek() {
        seen("p1", 5, 8, false);

        assertThat(box()).startsWith("p1");
    }

    @Test
    void neverTiresOfWhatWasClicked() {
        seen("p1", 50, 0, true);

        assertThat(box()).startsWith("p1");
    }

    @Test
    void letsSinkStepByStepWhatDoesNotRestYet() {
        // 12 · 2^(−1/5) = 10.4, below the second's 11.
        seen("p1", 1, 0, false);

        assertThat(box()).containsExactly("p2", "p1", "p3", "p4");
    }

    @Test
    void canBeSwitchedOff() {
        seen("p1", 50, 0, false);
        stage("fatigue: {times: 0}");

        assertThat(box()).startsWith("p1");
    }

    @Test
    void showsWhatRestsRatherThanNothing() {
        for (int i = 1; i <= ShelfShop.PRODUCTS; i++) {
            seen("p" + i, 9, 0, false);
        }

        assertThat(box()).isNotEmpty();
    }
}
