package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.ids;
import static org.cartograph.recommend.Asking.reason;
import static org.cartograph.recommend.Asking.recommend;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.cartograph.placement.Signal;
import org.cartograph.placement.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipesTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    private static void build() {
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0})");
    }

    @Test
    void areDataInTheGraph() {
        build();
        assertThat(recommend("cart", "{products: ['tea'], limit: 1}").get(0)).containsEntry("productId", "teapot");

        rows("CREATE (:Parameters {`recommend.recipes.complete-the-basket.popular`: 1000})");

        assertThat(recommend("cart", "{products: ['tea'], limit: 1}").get(0))
                .containsEntry("productId", "bread")
                .containsEntry("source", "POPULAR");
    }

    @Test
    void areRefusedWhenTheyNameWhatThereIsNot() {
        rows("CREATE (:Parameters {`recommend.recipes.complete-the-basket.alsoBougt`: 1})");

        assertThatThrownBy(() -> ids("cart", "{products: ['tea']}"))
                .hasStackTraceContaining("`recommend.recipes.complete-the-basket.alsoBougt` is not a key here. "
                        + "Did you mean `alsoBought`?");
    }

    @Test
    void offerANewProductFromItsFirstDay() {
        build();

        Map<String, Object> honey = recommend("cart", "{products: ['bread'], limit: 8}").stream()
                .filter(item -> "honey".equals(item.get("productId")))
                .findFirst()
                .orElseThrow();

        assertThat(honey).containsEntry("fallback", false).containsEntry("source", "NEW_PRODUCT");
        assertThat((String) reason(honey).get("text"))
                .startsWith("New, and similar to ")
                .contains("Rye bread");
    }

    @Test
    void startFromANewProductToo() {
        build();

        assertThat(recommend("cart", "{products: ['honey'], limit: 3}"))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item).containsEntry("fallback", false));
    }

    @Test
    void offerAgainWhatACustomerKeepsBuying() {
        CornerShop.buy("eva", "o8", 200, "milk");
        CornerShop.buy("eva", "o9", 260, "milk");
        CornerShop.buy("eva", "o10", 320, "tea");
        rows("MATCH ()-[line:PURCHASED]->() SET line.at = line.at - duration({days: 400})");
        build();

        List<Map<String, Object>> items = recommend("home", "{customerId: 'eva', limit: 8}");

        assertThat(items.get(0)).containsEntry("productId", "milk").containsEntry("source", "BOUGHT_BEFORE");
        assertThat(reason(items.get(0))).containsEntry("text", "You bought this 2 times");
        // Bought once, so she has it.
        assertThat(items).extracting(item -> item.get("productId")).doesNotContain("tea");
    }

    @Test
    void fallBackOnWhatANewCustomerPrefers() {
        rows(
                "MERGE (c:Customer {id: 'eva'}) WITH c MATCH (drinks:Category {value: 'drinks'}) CREATE (c)-[:PREFERS]->(drinks)");
        build();

        List<Map<String, Object>> items = recommend("home", "{customerId: 'eva', limit: 2}");

        assertThat(items).extracting(item -> item.get("productId")).containsExactlyInAnyOrder("tea", "teapot");
        assertThat(items.get(0)).containsEntry("source", "POPULAR_IN_CATEGORY").containsEntry("fallback", false);
    }

    @Test
    void giveWayToEachOtherStepByStep() {
        Source known = Source.of(Signal.BOUGHT_BEFORE, 3).rising(1);
        Source guessed = Source.of(Signal.HISTORY_SIMILAR, 3).fading(1);

        assertThat(known.weightAt(0)).isZero();
        assertThat(known.weightAt(1)).isEqualTo(3 / 2.0);
        assertThat(known.weightAt(3)).isCloseTo(3 * 3 / 4.0, within(1e-12));
        assertThat(guessed.weightAt(0)).isEqualTo(3);
        assertThat(guessed.weightAt(3)).isCloseTo(3 / 4.0, within(1e-12));
    }
}
