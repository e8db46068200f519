package org.cartograph.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    private static List<Object> names(String context) {
        return rows("CALL cartograph.context.list('" + context + "') YIELD position, placement "
                        + "RETURN placement ORDER BY position")
                .stream()
                .map(row -> row.get("placement"))
                .toList();
    }

    private static List<Object> boxes(String context, String request) {
        return rows("CALL cartograph.answer('" + context + "', " + request + ") YIELD placements "
                        + "UNWIND placements AS box RETURN box.name AS name")
                .stream()
                .map(row -> row.get("name"))
                .toList();
    }

    @Test
    void areTheStandardPagesAtFirst() {
        assertThat(names("product"))
                .containsExactly("frequently-bought-together", "also-bought", "similar", "also-viewed");
        assertThat(names("cart")).containsExactly("complete-the-basket", "upgrade", "dont-forget");
        assertThat(names("post-purchase")).containsExactly("bought-next", "complete-the-set");
        assertThat(names("home"))
                .containsExactly("for-you", "trending-in-your-interests", "buy-it-again", "new-for-you");
        assertThat(names("abandoned-cart")).containsExactly("still-in-your-cart");
        assertThat(names("email"))
                .containsExactly("because-you-bought", "recommended-for-you", "new-in-your-categories");
        assertThat(rows("CALL cartograph.context.list() YIELD title, size, changed RETURN *"))
                .hasSize(17)
                .allSatisfy(row -> {
                    assertThat(row).containsEntry("changed", false);
                    assertThat((String) row.get("title")).isNotBlank().isNotEqualTo("You may also like");
                });
    }

    @Test
    void changeWithTheNextRequest() {
        rows("CALL cartograph.context.set('cart', {placements: ['dont-forget', 'complete-the-basket'], "
                + "recipes: {`complete-the-basket`: {title: 'Still missing', size: 2}}})");

        assertThat(boxes("cart", "{products: ['bread']}")).containsExactly("dont-forget", "complete-the-basket");
        assertThat(
                        rows(
                                "CALL cartograph.recommend('cart', {products: ['bread'], placements: ['complete-the-basket']})"))
                .hasSize(2);
        assertThat(rows("CALL cartograph.context.list('cart') YIELD placement, title, size, changed RETURN *"))
                .contains(Map.of(
                        "placement", "complete-the-basket", "title", "Still missing", "size", 2L, "changed", true));
    }

    @Test
    void changeOnlyWhatIsGiven() {
        rows("CALL cartograph.context.set('cart', {recipes: {`complete-the-basket`: {size: 2}}})");
        rows("CALL cartograph.context.set('cart', {recipes: {`complete-the-basket`: {staffPicks: 0.5}}})");

        Map<String, Object> box =
                rows("CALL cartograph.context.list('cart') YIELD placement, size, recipe WHERE placement = "
                                + "'complete-the-basket' RETURN size, recipe.staffPicks AS picks, recipe.alsoBought AS also")
                        .get(0);
        assertThat(box).containsEntry("size", 2L).containsEntry("picks", 0.5).containsEntry("also", 0.01);
    }

    @Test
    void takeBoxesOfTheShopsOwn() {
        rows("CALL cartograph.context.set('wedding', {placements: ['gifts', 'for-you'], recipes: {gifts: "
                + "{basis: 'similar', title: 'Gifts', size: 3, popular: 1, similar: 0, diversity: {categories: 1}}}})");

        assertThat(boxes("wedding", "{}")).containsExactly("gifts", "for-you");
        assertThat(rows("CALL cartograph.recommend('wedding', {placements: ['gifts']}) YIELD title, source, productId "
                        + "RETURN *"))
                .hasSize(3)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("title", "Gifts").containsEntry("source", "POPULAR"));
    }

    @Test
    void areWhatTheyWereAfterAReset() {
        rows("CALL cartograph.context.set('cart', {placements: ['upgrade']})");
        rows("CALL cartograph.context.set('wedding', {placements: ['for-you']})");

        rows("CALL cartograph.context.reset('cart')");
        assertThat(names("cart")).containsExactly("complete-the-basket", "upgrade", "dont-forget");
        assertThat(boxes("wedding", "{}")).containsExactly("for-you");

        rows("CALL cartograph.context.reset()");
        assertThatThrownBy(() -> boxes("wedding", "{}"))
                .hasStackTraceContaining("`context` must be one of product, cart, post-purchase, home, "
                        + "abandoned-cart, email, but was 'wedding'");
        rows("CALL cartograph.context.reset('cart')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                   | `config` must hold `placements` or `recipes`
            {placement: ['upgrade']}                                             | `placement` is not a key here. Did you mean `placements`?
            {placements: []}                                                     | `placements` of context 'cart' must be 1 to 12 names, but was empty.
            {placements: ['upgrade', 'upgrade']}                                 | must name each box once, but was upgrade, upgrade.
            {placements: ['upgrad']}                                             | or have a recipe with a `basis`, but held 'upgrad'. Did you mean `upgrade`?
            {recipes: {upgrade: {size: 0}}}                                      | `recommend.recipes.upgrade.size` must be a whole number between 1 and 100, but was 0.
            {recipes: {upgrade: {size: 101}}}                                    | `recommend.recipes.upgrade.size` must be a whole number between 1 and 100, but was 101.
            {recipes: {upgrade: {title: ' '}}}                                   | `recommend.recipes.upgrade.title` must be a text of 1 to 200 characters
            {recipes: {upgrade: {similar: -1}}}                                  | `recommend.recipes.upgrade.similar` must be a number between 0 and 1000, but was -1.
            {recipes: {upgrade: {similar: 0.0/0.0}}}                             | `recommend.recipes.upgrade.similar` must be a number between 0 and 1000, but was NaN.
            {recipes: {upgrade: {similar: {weight: 1, trend: 3}}}}               | `recommend.recipes.upgrade.similar.trend` must be a number between 0 and 2, but was 3.
            {recipes: {upgrade: {dearer: 0}}}                                    | `recommend.recipes.upgrade.dearer` must be a map, but was 0.
            {recipes: {upgrade: {dearer: {least: 0.5, most: 0.2}}}}              | `recommend.recipes.upgrade.dearer.most` must be at least `least`, which is 0.5, but was 0.2.
            {recipes: {upgrade: {similiar: 1}}}                                  | `recommend.recipes.upgrade.similiar` is not a key here. Did you mean `similar`?
            {recipes: {upgrade: {diversity: {categories: 11}}}}                  | `recommend.recipes.upgrade.diversity.categories` must be a whole number between 1 and 10, but was 11.
            {recipes: {upgrade: {diversity: {brandShare: 0}}}}                   | `recommend.recipes.upgrade.diversity.brandShare` must be a number between 0.01 and 1, but was 0.
            {recipes: {upgrade: {exploration: {share: 0.6}}}}                    | `recommend.recipes.upgrade.exploration.share` must be a number between 0 and 0.5, but was 0.6.
            {recipes: {upgrade: {fatigue: {times: -1}}}}                         | `recommend.recipes.upgrade.fatigue.times` must be a whole number between 0 and 1000, but was -1.
            {recipes: {`for-you`: {size: 3}}}                                    | `recipes` must be of placements of this page (complete-the-basket, upgrade, dont-forget), but held 'for-you'.
            {placements: ['mine'], recipes: {mine: {basis: 'nothing', size: 3}}} | `recommend.recipes.mine.basis` must be one of
            """)
    void refuseWhatMeansNothingAndStayAsTheyWere(String config, String sentence) {
        rows("CALL cartograph.context.set('cart', {recipes: {`complete-the-basket`: {size: 7}}})");
        List<Map<String, Object>> before = rows("CALL cartograph.context.list()");

        assertThatThrownBy(() -> rows("CALL cartograph.context.set('cart', " + config + ")"))
                .hasStackTraceContaining(sentence);

        assertThat(rows("CALL cartograph.context.list()")).isEqualTo(before);
    }

    @Test
    void refuseNamesThatAnAddressCouldNotHold() {
        assertThatThrownBy(() -> rows("CALL cartograph.context.set('My page', {placements: ['for-you']})"))
                .hasStackTraceContaining(
                        "`context` must be 1 to 64 small letters, digits and hyphens, but was 'My page'.");
        assertThatThrownBy(() -> rows("CALL cartograph.context.set('crat', {recipes: {upgrade: {size: 3}}})"))
                .hasStackTraceContaining("`placements` must be given for the new context 'crat'. Did you mean `cart`?");
        assertThatThrownBy(() -> rows("CALL cartograph.context.list('crat')"))
                .hasStackTraceContaining("Did you mean `cart`?");
    }

    @Test
    void leaveNoBoxWithoutASignal() {
        assertThatThrownBy(() -> rows("CALL cartograph.context.set('abandoned-cart', {recipes: {`still-in-your-cart`: "
                        + "{boughtTogether: 0, alsoBought: 0, newProducts: 0, similar: 0}}})"))
                .hasStackTraceContaining("must leave at least one signal with a weight above 0, but left none.");
    }
}
