package org.cartograph.merchandise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.Transaction;

/** Setting, dropping and listing rules, as merchandisers do it. */
class RuleStoreTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("MATCH (p:Product {id: 'tea'}) CREATE (p)-[:HAS]->(:Attribute:Brand {key: 'brand', value: 'Miller'})");
        rows("MATCH (c:Category {value: 'drinks'}) "
                + "CREATE (c)-[:CHILD_OF]->(:Attribute:Category {key: 'category', value: 'food'})");
    }

    @Test
    void keepsEverythingThatARuleSays() {
        set(
                "tea weeks",
                "{action: 'Boost', products: ['tea'], brands: ['Miller'], attributes: {color: ['red', 'blue']}, "
                        + "contexts: ['home', 'cart'], placements: ['for-you'], factor: 3, from: date('2020-01-01'), "
                        + "until: datetime('2999-01-01T00:00:00+01:00'), note: 'for Ada'}");

        Map<String, Object> row = rows("CALL cartograph.rule.list()").get(0);

        assertThat(row)
                .containsEntry("name", "tea weeks")
                .containsEntry("action", "boost")
                .containsEntry("state", "acting")
                .containsEntry("products", List.of("tea"))
                .containsEntry("attributes", Map.of("brand", List.of("Miller"), "color", List.of("blue", "red")))
                .containsEntry("contexts", List.of("home", "cart"))
                .containsEntry("placements", List.of("for-you"))
                .containsEntry("factor", 3.0)
                .containsEntry("rank", null)
                .containsEntry("priority", null)
                .containsEntry("note", "for Ada")
                .containsEntry("missing", List.of("color=blue", "color=red"));
        assertThat(String.valueOf(row.get("until"))).isEqualTo("2998-12-31T23:00Z");
        assertThat(row.get("createdAt")).isNotNull();
        assertThat(row.get("rule")).isNotNull();
    }

    @Test
    void listsThemInTheOrderInWhichTheyWin() {
        set("a", "{action: 'margin', priority: 1}");
        set("b", "{action: 'bury', products: ['tea']}");
        set("c", "{action: 'boost', products: ['tea']}");
        set("d", "{action: 'pin', products: ['tea'], rank: 2}");
        set("e", "{action: 'pin', products: ['milk'], rank: 1}");
        set("f", "{action: 'hide', products: ['jam']}");

        assertThat(names()).containsExactly("f", "e", "d", "c", "b", "a");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "datetime() - duration('P2D'), datetime() + duration('P2D'), acting",
                "datetime() + duration('P2D'), null, upcoming",
                "null, datetime() - duration('P2D'), over",
                "null, date(), acting",
                "date(), date(), acting",
                "'2020-01-01', '2020-01-31', over",
                "'2020-01-01T10:00:00', '2999-01-31T10:00:00+01:00', acting"
            })
    void saysWhetherARuleActs(String from, String until, String state) {
        set("rule", "{action: 'hide', products: ['tea'], from: " + from + ", until: " + until + "}");

        assertThat(rows("CALL cartograph.rule.list()").get(0)).containsEntry("state", state);
    }

    @Test
    void replacesARuleWhole() {
        set("rule", "{action: 'pin', products: ['tea'], rank: 1, contexts: ['home'], note: 'old', until: date()}");
        Object createdAt = rows("CALL cartograph.rule.list()").get(0).get("createdAt");

        set("rule", "{action: 'hide', categories: ['drinks']}");

        assertThat(rows("MATCH (r:Rule) RETURN properties(r) AS p"))
                .singleElement()
                .satisfies(row -> assertThat((Map<?, ?>) row.get("p"))
                        .extracting(properties -> properties.keySet().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(",")))
                        .isEqualTo("action,attributes.category,createdAt,name"));
        assertThat(rows("CALL cartograph.rule.list()").get(0)).containsEntry("createdAt", createdAt);
    }

    @Test
    void saysWhichProductsAndAttributesItDoesNotKnow() {
        assertThat(set("rule", "{action: 'bury', products: ['tea', 'gone'], categories: ['drinks', 'toys']}"))
                .containsEntry("missing", List.of("gone", "category=toys"));
    }

    @Test
    void dropsARule() {
        set("rule", "{action: 'hide', products: ['tea']}");

        assertThat(rows("CALL cartograph.rule.drop('rule')")).containsExactly(Map.of("name", "rule"));

        assertThat(names()).isEmpty();
        try (Transaction transaction = TestDatabase.begin()) {
            assertThat(RuleBook.read(transaction).rules()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " → ",
            quoteCharacter = '"',
            value = {
                "{} → `action` must be one of hide, pin, boost, bury, margin, but was null.",
                "{action: 'bost'} → `action` must be one of hide, pin, boost, bury, margin, but was 'bost'. Did you mean `boost`?",
                "{action: 'hide', produkts: ['tea']} → `produkts` is not a key here. Did you mean `products`?",
                "{action: 'hide'} → `products`, `categories`, `brands` or `attributes` must say which products to hide",
                "{action: 'hide', products: []} → must say which products to hide, but none was given.",
                "{action: 'hide', products: 'tea'} → `products` must be a list, but was 'tea'.",
                "{action: 'hide', products: ['']} → `products` must be texts of 1 to 64 characters, but was ''.",
                "{action: 'hide', attributes: {color: []}} → `attributes` must be a map of keys of 1 to 64 characters",
                "{action: 'hide', products: ['tea'], rank: 1} → `rank` must be left out, because it means nothing to `hide`",
                "{action: 'pin', products: ['tea']} → `rank` must be given for a pin, from 1 to 100, but was null.",
                "{action: 'pin', products: ['tea'], rank: 0} → `rank` must be a whole number between 1 and 100, but was 0.",
                "{action: 'pin', products: ['tea'], rank: 101} → `rank` must be a whole number between 1 and 100, but was 101.",
                "{action: 'pin', products: ['tea'], rank: 1, factor: 2} → `factor` must be left out",
                "{action: 'boost', products: ['tea'], factor: 1} → `factor` must be a number above 1, up to 10, for a boost, but was 1.",
                "{action: 'boost', products: ['tea'], factor: 10.5} → `factor` must be a number between 1 and 10, but was 10.5.",
                "{action: 'boost', products: ['tea'], factor: 0.0/0.0} → `factor` must be a number between 1 and 10, but was NaN.",
                "{action: 'bury', products: ['tea'], factor: 1} → `factor` must be a number from 0.01, below 1, for a bury, but was 1.",
                "{action: 'bury', products: ['tea'], factor: 0} → `factor` must be a number between 0.01 and 1, but was 0.",
                "{action: 'margin'} → `priority` must be given for a margin rule, from 0 to 1, or `floor`, but was null.",
                "{action: 'margin', priority: 1.5} → `priority` must be a number between 0 and 1, but was 1.5.",
                "{action: 'margin', priority: 1, floor: 'much'} → `floor` must be a number between",
                "{action: 'hide', products: ['tea'], floor: 1} → `floor` must be left out, because it means nothing to `hide`",
                "{action: 'hide', products: ['tea'], contexts: ['hom']} → `contexts` must be among abandoned-cart, cart,",
                "{action: 'hide', products: ['tea'], contexts: ['hom']} → but held 'hom'. Did you mean `home`?",
                "{action: 'hide', products: ['tea'], placements: ['for-me']} → but held 'for-me'. Did you mean `for-you`?",
                "{action: 'hide', products: ['tea'], contexts: ['cart'], placements: ['for-you']} → `placements` must be on one of the pages in `contexts`, which have",
                "{action: 'hide', products: ['tea'], from: date('2026-02-01'), until: date('2026-01-01')} → `until` must be after `from` (2026-02-01), but was 2026-01-01.",
                "{action: 'hide', products: ['tea'], from: 'soon'} → `from` must be a date or datetime such as 2026-12-24 or 2026-12-24T18:00:00Z, but was 'soon'.",
                "{action: 'hide', products: ['tea'], until: 7} → `until` must be a date or datetime",
                "{action: 'hide', products: ['tea'], note: 7} → `note` must be a text, but was 7."
            })
    void refusesWhatMeansNothing(String config, String message) {
        set("there", "{action: 'boost', products: ['milk']}");

        refuses("rule", config, message);
    }

    @Test
    void refusesOddNames() {
        refuses("", "{action: 'hide', products: ['tea']}", "`name` must be a text of 1 to 64 characters, but was ''.");
        refuses(
                "x".repeat(10_000),
                "{action: 'hide', products: ['tea']}",
                "`name` must be a text of 1 to 64 characters, but was 'xxxxx");
        assertThatThrownBy(() -> rows("CALL cartograph.rule.set(null, {action: 'hide', products: ['tea']})"))
                .hasMessageContaining("`name` must be a text of 1 to 64 characters, but was null.");
        refuses(
                "rule",
                "{action: 'hide', products: ['" + "x".repeat(10_000) + "']}",
                "`products` must be texts of 1 to 64 characters, but was 'xxxxx");
        assertThat(set("Ünïcode 茶 🫖", "{action: 'hide', products: ['茶']}")).containsEntry("missing", List.of("茶"));
    }

    @Test
    void refusesToDropWhatIsNotThere() {
        set("summer", "{action: 'hide', products: ['tea']}");

        assertThatThrownBy(() -> rows("CALL cartograph.rule.drop('sumer')"))
                .hasMessageContaining("`name` must be the name of a rule, but was 'sumer'. Did you mean `summer`?");
        assertThatThrownBy(() -> rows("CALL cartograph.rule.drop(null)"))
                .hasMessageContaining("`name` must be a text of 1 to 64 characters, but was null.");
        assertThat(names()).containsExactly("summer");
    }

    @Test
    void refusesTwoPinsOnOneRank() {
        set("first", "{action: 'pin', products: ['tea'], rank: 1, contexts: ['home'], until: date('2999-01-01')}");

        refuses(
                "second",
                "{action: 'pin', products: ['milk'], rank: 1, placements: ['for-you']}",
                "`rank` must be free in the boxes and the time of the rule, but 1 in 'for-you' on 'home' is taken by "
                        + "rule 'first'.");
        set("another rank", "{action: 'pin', products: ['milk'], rank: 2}");
        set("another box", "{action: 'pin', products: ['jam'], rank: 1, contexts: ['cart']}");
        set(
                "another time",
                "{action: 'pin', products: ['bread'], rank: 1, contexts: ['home'], from: date('2999-01-02')}");
        // A rule does not contradict itself.
        set("first", "{action: 'pin', products: ['butter'], rank: 1, contexts: ['home'], until: date('2999-01-01')}");
    }

    @Test
    void refusesTwoRanksForOneProduct() {
        set("first", "{action: 'pin', products: ['tea'], rank: 1}");

        refuses(
                "second",
                "{action: 'pin', products: ['tea'], rank: 3, contexts: ['home']}",
                "`products` must not have two ranks in one box, but 'tea' in 'for-you' on 'home' is pinned to 1 by rule "
                        + "'first'.");
    }

    @Test
    void refusesToPinWhatIsHidden() {
        set("no food", "{action: 'hide', categories: ['food'], contexts: ['home']}");
        set("no jam", "{action: 'hide', products: ['jam']}");

        String pin = "`action` pin must not be about a product that is hidden in the same box at the same time, but ";
        // Tea is a drink, and drinks are food.
        refuses(
                "pin",
                "{action: 'pin', products: ['milk', 'tea'], rank: 1}",
                pin + "'tea' is hidden in 'for-you' on 'home' by rule 'no food'.");
        refuses("pin", "{action: 'pin', products: ['jam'], rank: 1, contexts: ['cart']}", pin + "'jam' is hidden in");
        refuses(
                "pin",
                "{action: 'pin', categories: ['food'], rank: 1}",
                pin + "{category=[food]} is hidden in 'for-you' on 'home' by rule 'no food'.");
        set("pin", "{action: 'pin', products: ['tea'], rank: 1, contexts: ['cart']}");
    }

    @Test
    void refusesToHideWhatIsPinned() {
        set("pin", "{action: 'pin', products: ['tea'], rank: 1, until: date('2998-12-31')}");

        refuses(
                "hide",
                "{action: 'hide', brands: ['Miller'], contexts: ['home']}",
                "`action` hide must not be about a product that is pinned in the same box at the same time, but 'tea' is "
                        + "pinned in 'for-you' on 'home' by rule 'pin'.");
        set("hide later", "{action: 'hide', brands: ['Miller'], from: date('2999-01-01')}");
        set("hide others", "{action: 'hide', brands: ['Miller'], categories: ['breakfast']}");
    }

    private static Map<String, Object> set(String name, String config) {
        return rows("CALL cartograph.rule.set($name, " + config + ")", Map.of("name", name))
                .get(0);
    }

    private static List<Object> names() {
        return rows("CALL cartograph.rule.list()").stream()
                .map(row -> row.get("name"))
                .toList();
    }

    private static void refuses(String name, String config, String message) {
        Object before = everything();

        assertThatThrownBy(() -> set(name, config)).hasMessageContaining(message);

        assertThat(everything()).usingRecursiveComparison().isEqualTo(before);
    }

    private static Object everything() {
        return rows("MATCH (n) WHERE n:Rule OR n:RuleBook OR n:StaffPicks RETURN labels(n) AS labels, properties(n) AS "
                + "properties ORDER BY n.name");
    }
}
