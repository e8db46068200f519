package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.answer;
import static org.cartograph.recommend.Asking.ids;
import static org.cartograph.recommend.Asking.reason;
import static org.cartograph.recommend.Asking.recommend;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecommendTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0, coldStart: {kappa: 0}, "
                + "families: ['BOUGHT_TOGETHER', 'BOUGHT_NEXT', 'ALSO_BOUGHT']})");
    }

    @Test
    void addsUpWhatEveryProductOfTheCartLeadsTo() {
        rows("CREATE (:Parameters {`recommend.recipes.complete-the-basket.boughtTogether.trend`: 0.0})");
        // From bread: butter 5/13, milk 3/13. From jam: bread 1/2 + 1/3, butter 1/3, so butter has 2/7.
        List<Map<String, Object>> items = recommend("cart", "{products: ['bread', 'jam']}");

        assertThat(items.get(0)).containsEntry("productId", "butter").containsEntry("score", 1.0);
        assertThat(items.get(1)).containsEntry("productId", "milk");
        double butter = 5 / 13.0 + 2 / 7.0;
        assertThat((Double) items.get(1).get("score")).isCloseTo(3 / 13.0 / butter, within(0.02));
    }

    @Test
    void takesSeedsAsMapsTooAndCountsThemOnce() {
        assertThat(recommend("cart", "{products: [{productId: 'bread', quantity: 2}, 'bread', 'jam']}"))
                .isEqualTo(recommend("cart", "{products: ['bread', 'jam']}"));
    }

    @Test
    void fillsWithBestsellersOfTheSameCategoryFirst() {
        List<Map<String, Object>> items = recommend(
                "product", "{products: ['honey'], limit: 4, " + "placements: ['frequently-bought-together']}");

        // Nobody ever bought honey. Near its price of 6 are jam and bread; butter and milk are cheaper.
        assertThat(items)
                .extracting(item -> item.get("productId"))
                .startsWith("bread", "jam")
                .contains("butter", "milk");
        assertThat(items)
                .allSatisfy(item -> assertThat(item)
                        .containsEntry("fallback", true)
                        .containsEntry("source", "CATEGORY_BESTSELLER")
                        .containsEntry("score", 0.0));
        assertThat(reason(items.get(0)))
                .containsEntry("text", "Popular in the same category as Lime honey")
                .containsEntry("via", "honey");
    }

    @Test
    void fillsWithTheShopsBestsellersForAStranger() {
        List<Map<String, Object>> items = recommend("home", "{customerId: 'nobody', limit: 3}");

        // Milk sells more than it used to; then come the bestsellers.
        assertThat(items).extracting(item -> item.get("productId")).containsExactly("milk", "bread", "butter");
        assertThat(reason(items.get(0))).containsEntry("type", "TRENDING");
        assertThat(reason(items.get(1))).containsEntry("type", "BESTSELLER");
    }

    @Test
    void isNeverEmptyWhileAnythingCanBeSold() {
        rows("MATCH (p:Product) WHERE p.id <> 'sled' SET p.stock = 0");

        assertThat(ids("cart", "{products: ['bread']}")).containsExactly("sled");
        // What nobody ever bought is not called popular.
        assertThat(reason(recommend("cart", "{products: ['bread']}").get(0))).containsEntry("type", "ASSORTMENT");
    }

    @Test
    void offersAProductThatCameAMomentAgoWhenThereIsNothingElse() {
        ids("cart", "{products: ['bread']}");
        rows("MATCH (p:Product) SET p.stock = 0");
        rows("CREATE (:Product {id: 'lamp', name: 'Lamp'})");

        assertThat(ids("cart", "{products: ['bread']}")).containsExactly("lamp");
    }

    @Test
    void startsFromWhatTheCustomerBoughtMostRecently() {
        // Milk leads to bread and butter, jam leads to bread; both were bought long after the tea.
        CornerShop.buy("eva", "o8", 1, "tea");
        CornerShop.buy("eva", "o9", 400, "jam");
        CornerShop.buy("eva", "o10", 400, "milk");

        List<Map<String, Object>> items = recommend("home", "{customerId: 'eva', limit: 3}");

        assertThat(items).extracting(item -> item.get("productId")).startsWith("bread", "butter");
        assertThat(items.get(0)).containsEntry("source", "BOUGHT_TOGETHER");
        assertThat(reason(items.get(0)).get("via")).isIn("milk", "jam");
    }

    @Test
    void givesATrueReasonWithEveryItem() {
        assertThat(reason(recommend("cart", "{products: ['bread'], filter: {categories: ['breakfast']}}")
                        .get(0)))
                .containsEntry("type", "BOUGHT_TOGETHER")
                .containsEntry("text", "Bought together with Rye bread in 2 orders, 1.2× more often than by chance")
                .containsEntry("via", "bread")
                .containsEntry("orders", 2L)
                .containsEntry("confidence", 2 / 4.0)
                .containsEntry("lift", 2 * 7 / (4 * 3.0));
    }

    @Test
    void givesEveryReasonWhenAskedTo() {
        List<?> reasons = (List<?>) recommend("cart", "{products: ['bread', 'jam'], explain: true}")
                .get(0)
                .get("reasons");

        assertThat(reasons.stream()
                        .map(reason -> ((Map<?, ?>) reason).get("via"))
                        .toList())
                .isEqualTo(List.of("bread", "jam", "jam"));
    }

    @Test
    void respectsPriceAndAttributes() {
        assertThat(ids("cart", "{products: ['bread'], limit: 100, filter: {price: {min: 2, max: 6}}}"))
                .containsExactlyInAnyOrder("butter", "jam", "tea", "honey");
        assertThat(ids("cart", "{products: ['bread'], limit: 100, filter: {categories: ['drinks']}}"))
                .containsExactlyInAnyOrder("tea", "teapot");
        assertThat(ids("cart", "{products: ['bread'], limit: 100, filter: {attributes: {category: ['drinks']}}}"))
                .containsExactlyInAnyOrder("tea", "teapot");
        assertThat(ids("cart", "{products: ['bread'], limit: 100, filter: {inStock: true}}"))
                .isEmpty();
    }

    @Test
    void listsUnknownSeedsAsMissing() {
        Map<String, Object> answer = answer("cart", "{products: ['nope', 'bread', 'neither']}");

        assertThat(answer.get("missing")).isEqualTo(List.of("nope", "neither"));
        assertThat((List<?>) answer.get("placements")).hasSize(1);
    }

    @Test
    void answersInOneRowWhatItRecommendsInMany() {
        Map<?, ?> box =
                (Map<?, ?>) ((List<?>) answer("cart", "{products: ['bread']}").get("placements")).get(0);

        assertThat(box.get("name")).isEqualTo("complete-the-basket");
        assertThat((List<?>) box.get("items"))
                .extracting(item -> ((Map<?, ?>) item).get("productId"))
                .isEqualTo(ids("cart", "{products: ['bread']}"));
        assertThat(answer("cart", "{variant: 'b'}").get("variant")).isEqualTo("b");
    }

    @Test
    void knowsNoModelBeforeTheFirstBuildAndStillAnswers() {
        rows("CALL cartograph.model.drop()");

        Map<String, Object> answer = answer("cart", "{products: ['bread']}");

        assertThat(answer.get("modelBuiltAt")).isNull();
        assertThat(recommend("cart", "{products: ['bread']}"))
                .hasSize(4)
                .allSatisfy(item -> assertThat(item).containsEntry("fallback", true));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertRefused("kart", "{}", "`context` must be one of", "Did you mean `cart`?");
        assertRefused("cart", "{placements: ['complete-basket']}", "Did you mean `complete-the-basket`?");
        assertRefused("cart", "{product: ['bread']}", "Did you mean `products`?");
        assertRefused("cart", "{limit: 0}", "`limit` must be a whole number between 1 and 100, but was 0.");
        assertRefused("cart", "{limit: 101}", "`limit` must be a whole number between 1 and 100, but was 101.");
        assertRefused("cart", "{filter: {prize: {}}}", "`filter.prize` is not a key here. Did you mean `price`?");
        assertRefused(
                "cart",
                "{filter: {price: {min: 5, max: 4}}}",
                "`filter.price.max` must not be below `filter.price.min`");
        assertRefused("cart", "{products: [7]}", "`products` must be a list of ids");
        assertRefused("cart", "{products: [x IN range(1, 201) | toString(x)]}", "at most 200 products");
    }

    private static void assertRefused(String context, String request, String... sentences) {
        assertThatThrownBy(() -> recommend(context, request)).satisfies(refusal -> {
            for (String sentence : sentences) {
                assertThat(refusal).hasStackTraceContaining(sentence);
            }
        });
    }
}
