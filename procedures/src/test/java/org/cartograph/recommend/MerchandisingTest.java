package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.ids;
import static org.cartograph.recommend.Asking.reason;
import static org.cartograph.recommend.RuledShop.BREAD;
import static org.cartograph.recommend.RuledShop.explain;
import static org.cartograph.recommend.RuledShop.parts;
import static org.cartograph.recommend.RuledShop.score;
import static org.cartograph.recommend.RuledShop.set;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What merchandisers rule acts on the next request. */
class MerchandisingTest {
    @BeforeEach
    void open() {
        RuledShop.open();
    }

    @Test
    void offersWithoutRulesWhatTheModelSays() {
        assertThat(ids("cart", BREAD)).startsWith("butter", "jam", "milk").contains("tea", "teapot", "honey", "sled");
    }

    @Test
    void hidesAProductFromTheNextRequestUntilTheRuleIsDropped() {
        set("no butter", "{action: 'hide', products: ['butter']}");
        assertThat(ids("cart", BREAD)).startsWith("jam", "milk").doesNotContain("butter");

        rows("CALL cartograph.rule.drop('no butter')");
        assertThat(ids("cart", BREAD)).startsWith("butter", "jam", "milk");
    }

    @Test
    void hidesABrand() {
        set("rule", "{action: 'hide', brands: ['Miller']}");

        assertThat(ids("cart", BREAD)).contains("butter", "milk", "tea").doesNotContain("jam", "honey");
    }

    @Test
    void hidesACategoryWithAllBelowIt() {
        set("rule", "{action: 'hide', categories: ['liquids']}");

        assertThat(ids("cart", BREAD)).contains("jam", "honey", "sled").doesNotContain("tea", "teapot");
    }

    @Test
    void hidesByAnyAttributeAndByAllThatARuleNames() {
        set("rule", "{action: 'hide', attributes: {diet: ['vegan', 'raw']}}");
        assertThat(ids("cart", BREAD)).contains("honey", "teapot").doesNotContain("jam", "tea");

        set("rule", "{action: 'hide', attributes: {diet: ['vegan']}, categories: ['drinks']}");
        assertThat(ids("cart", BREAD)).contains("jam", "teapot").doesNotContain("tea");
    }

    @Test
    void hidesEvenWhenNothingIsLeft() {
        set("rule", "{action: 'hide', categories: ['breakfast', 'drinks'], products: ['sled']}");

        assertThat(ids("cart", BREAD)).isEmpty();
        assertThat(ids("home", "{}")).isEmpty();
    }

    @Test
    void boostsAndBuries() {
        set("milk", "{action: 'boost', products: ['milk'], factor: 10}");
        assertThat(ids("cart", BREAD)).startsWith("milk", "butter", "jam");

        set("jam", "{action: 'bury', brands: ['Miller'], factor: 0.01}");
        assertThat(ids("cart", BREAD)).startsWith("milk", "butter", "jam");
    }

    @Test
    void multipliesEverythingThatActs() {
        double before = score("milk") / score("butter");
        set("a", "{action: 'boost', products: ['milk'], factor: 4}");
        set("b", "{action: 'boost', categories: ['breakfast'], factor: 3}");
        set("c", "{action: 'bury', products: ['milk'], factor: 0.5}");

        assertThat(score("milk") / score("butter")).isEqualTo(before * 4 * 0.5, within(1e-9));
    }

    @Test
    void prefersWhatEarnsMore() {
        double before = score("milk") / score("butter");
        // Milk costs 1 and earns all of it, butter costs 2 and earns a quarter, of jam nothing is known.
        rows("MATCH (p:Product {id: 'milk'}) SET p.margin = 1.0");
        rows("MATCH (p:Product {id: 'butter'}) SET p.margin = 0.5");

        set("margin", "{action: 'margin', priority: 0.4}");

        assertThat(score("milk") / score("butter")).isEqualTo(before * 1.4 / 1.1, within(1e-9));
    }

    @Test
    void hidesWhatEarnsLessThanTheFloor() {
        rows("MATCH (p:Product {id: 'milk'}) SET p.margin = 0.5");
        rows("MATCH (p:Product {id: 'butter'}) SET p.margin = 0.49");

        set("margin", "{action: 'margin', floor: 0.5, contexts: ['cart']}");

        assertThat(ids("cart", BREAD)).startsWith("jam", "milk").doesNotContain("butter");
        assertThat(ids("product", "{products: ['bread'], explore: false}")).contains("butter");
    }

    @Test
    void actsInItsTimeOnly() {
        set("over", "{action: 'hide', products: ['jam'], until: datetime() - duration('PT1S')}");
        set("to come", "{action: 'hide', products: ['butter'], from: datetime() + duration('PT1H')}");
        set("now", "{action: 'hide', products: ['milk'], from: datetime() - duration('PT1S'), until: date()}");

        assertThat(ids("cart", BREAD)).contains("jam", "butter").doesNotContain("milk");
    }

    @Test
    void actsOnItsPagesAndInItsBoxesOnly() {
        set("page", "{action: 'hide', products: ['jam'], contexts: ['home', 'product']}");
        assertThat(ids("cart", BREAD)).contains("jam");
        assertThat(ids("product", BREAD)).doesNotContain("jam");

        set("page", "{action: 'hide', products: ['jam'], placements: ['frequently-bought-together']}");
        assertThat(ids("product", "{products: ['bread'], placements: ['frequently-bought-together']}"))
                .doesNotContain("jam");
        assertThat(ids("product", "{products: ['bread'], placements: ['also-bought']}"))
                .contains("jam");
        assertThat(ids("product", "{products: ['bread'], explore: false}")).contains("jam");
    }

    @Test
    void hidesWhatIsPinnedAndBoosted() {
        set("pin", "{action: 'pin', products: ['milk'], rank: 1}");
        set("boost", "{action: 'boost', products: ['milk'], factor: 10}");
        set("hide", "{action: 'hide', brands: ['Smith']}");
        assertThat(ids("cart", BREAD)).startsWith("milk");

        // What contradicts nothing when it is set may do so when the catalogue changes.
        rows("MATCH (p:Product {id: 'milk'}) CREATE (p)-[:HAS]->(:Attribute:Brand {key: 'brand', value: 'Smith'})");

        assertThat(ids("cart", BREAD)).startsWith("butter", "jam").doesNotContain("milk");
    }

    @Test
    void actsInTheTransactionThatSetsIt() {
        assertThat(rows("CALL cartograph.rule.set('hide', {action: 'hide', products: ['jam']}) YIELD name "
                        + "CALL cartograph.recommend('cart', " + BREAD + ") YIELD productId RETURN productId"))
                .extracting(row -> row.get("productId"))
                .contains("butter")
                .doesNotContain("jam");
    }

    @Test
    void explainsWhichRuleHides() {
        set("no jam", "{action: 'hide', products: ['jam']}");

        assertThat(explain("jam").get("exclusions")).isEqualTo(List.of("not recommended: hidden by the rule 'no jam'"));
    }

    @Test
    void explainsWhichRulesChangedTheScore() {
        set("more milk", "{action: 'boost', products: ['milk'], factor: 10}");
        set("less breakfast", "{action: 'bury', categories: ['breakfast'], factor: 0.5}");

        Map<String, Object> explained = explain("milk");

        assertThat(parts(explained))
                .extracting(part -> part.get("rule"))
                .containsSubsequence("more milk", "less breakfast");
        assertThat(parts(explained).stream()
                        .mapToDouble(part -> (Double) part.get("score"))
                        .sum())
                .isEqualTo((Double) explained.get("score"), within(1e-9));
    }

    @Test
    void offersWhatStaffPickedBeforeBestsellers() {
        rows("CALL cartograph.picks.set('winter', {products: ['sled', 'teapot'], contexts: ['cart']})");

        assertThat(ids("cart", BREAD)).startsWith("butter", "jam", "milk", "honey", "sled", "teapot");
        rows("CALL cartograph.picks.set('winter', {products: ['sled'], contexts: ['home']})");
        assertThat(ids("cart", BREAD)).endsWith("sled");
    }

    @Test
    void speaksInTheShopsOwnWords() {
        rows("CALL cartograph.text.set('de', {`title.complete-the-basket`: 'Dazu passt', "
                + "BOUGHT_TOGETHER: 'Gut mit {0}', `BOUGHT_TOGETHER.chance`: 'Gut mit {0}'})");

        List<Map<String, Object>> items =
                rows("CALL cartograph.recommend('cart', {products: ['bread'], locale: 'de-AT', "
                        + "placements: ['complete-the-basket'], explore: false}) YIELD title, reasons RETURN *");

        assertThat(items.get(0)).containsEntry("title", "Dazu passt");
        assertThat(reason(items.get(0))).containsEntry("text", "Gut mit Rye bread");
    }
}
