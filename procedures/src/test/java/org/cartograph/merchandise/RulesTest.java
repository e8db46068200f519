package org.cartograph.merchandise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final double NO_FLOOR = Double.NEGATIVE_INFINITY;

    private static final Map<String, List<String>> SHOE =
            Map.of("category", List.of("shoes", "sale"), "brand", List.of("acme"));

    @Test
    void hidesByIdOrByAttributes() {
        Rules rules = rules(
                rule("one", Action.HIDE, products("p1"), 1),
                rule("brand", Action.HIDE, attributes("brand", "acme", "other"), 1));

        assertThat(hiding(rules, "p1", Map.of())).isEqualTo("one");
        assertThat(hiding(rules, "p2", SHOE)).isEqualTo("brand");
        assertThat(hiding(rules, "p2", Map.of("brand", List.of("best")))).isNull();
    }

    @Test
    void wantsOneValueOfEveryKey() {
        Selector selector = new Selector(Set.of(), Map.of("brand", Set.of("acme", "best"), "category", Set.of("sale")));
        Rules rules = rules(rule("both", Action.HIDE, selector, 1));

        assertThat(hiding(rules, "p1", SHOE)).isEqualTo("both");
        assertThat(hiding(rules, "p1", Map.of("brand", List.of("acme")))).isNull();
    }

    @Test
    void selectsListedProductsBesidesThoseOfTheAttributes() {
        Selector selector = new Selector(Set.of("p1"), Map.of("brand", Set.of("acme")));
        Rules rules = rules(rule("either", Action.HIDE, selector, 1));

        assertThat(hiding(rules, "p1", Map.of())).isEqualTo("either");
        assertThat(hiding(rules, "p2", SHOE)).isEqualTo("either");
        assertThat(hiding(rules, "p2", Map.of())).isNull();
    }

    @Test
    void multipliesBoostsThenBuriesThenMargins() {
        Rules rules = rules(
                rule("a margin", Action.MARGIN, Selector.ALL, 0.5),
                rule("b bury", Action.BURY, attributes("category", "sale"), 0.25),
                rule("c boost", Action.BOOST, products("p1"), 2),
                rule("a boost", Action.BOOST, attributes("brand", "acme"), 3));

        List<Acted> acted = rules.acting("p1", () -> SHOE, 10.0, 4.0);

        assertThat(acted)
                .extracting(one -> one.rule().name())
                .containsExactly("a boost", "c boost", "b bury", "a margin");
        assertThat(acted).extracting(Acted::factor).containsExactly(3.0, 2.0, 0.25, 1 + 0.5 * 0.4);
    }

    @Test
    void mindsNoMarginThatIsNotKnown() {
        Rules rules = rules(rule("margin", Action.MARGIN, Selector.ALL, 1));

        assertThat(rules.acting("p1", Map::of, 10.0, null)).isEmpty();
        assertThat(rules.acting("p1", Map::of, null, 4.0)).isEmpty();
        assertThat(rules.acting("p1", Map::of, 0.0, 4.0)).isEmpty();
        // A loss sinks nothing, and no margin is more than the price.
        assertThat(rules.acting("p1", Map::of, 10.0, -4.0)).isEmpty();
        assertThat(rules.acting("p1", Map::of, 10.0, 40.0))
                .singleElement()
                .satisfies(acted -> assertThat(acted.factor()).isEqualTo(2, within(1e-12)));
    }

    @Test
    void hidesWhatEarnsLessThanTheFloor() {
        Rules rules = rules(new Rule(
                "floor",
                Action.MARGIN,
                attributes("brand", "acme"),
                Set.of(),
                Set.of(),
                0,
                0,
                1.5,
                Period.ALWAYS,
                null));

        assertThat(rules.hiding("p1", () -> SHOE, 1.49)).isNotNull();
        assertThat(rules.hiding("p1", () -> SHOE, 1.5)).isNull();
        assertThat(rules.hiding("p1", () -> SHOE, null)).isNull();
        assertThat(rules.hiding("p2", Map::of, 0.0)).isNull();
        assertThat(rules.acting("p1", () -> SHOE, 10.0, 1.5)).isEmpty();
    }

    @Test
    void namesTheRuleThatHidesRatherThanTheFloor() {
        Rule floor = new Rule("a", Action.MARGIN, Selector.ALL, Set.of(), Set.of(), 0, 0, 5, Period.ALWAYS, null);
        assertThat(hiding(rules(floor, rule("z", Action.HIDE, products("p1"), 1)), "p1", Map.of()))
                .isEqualTo("z");
    }

    @Test
    void ordersPinsByRank() {
        Rules rules = rules(pin("b", 3, null, null), pin("c", 1, null, null), pin("a", 3, null, null));

        assertThat(rules.pins()).extracting(Rule::name).containsExactly("c", "a", "b");
    }

    @Test
    void actsFromItsFirstMomentUntilJustBeforeItsLast() {
        assertThat(rules(pin("from now", 1, NOW, null)).pins()).hasSize(1);
        assertThat(rules(pin("from later", 1, NOW.plusMillis(1), null)).isEmpty())
                .isTrue();
        assertThat(rules(pin("until later", 1, null, NOW.plusMillis(1))).pins()).hasSize(1);
        assertThat(rules(pin("until now", 1, null, NOW)).isEmpty()).isTrue();
    }

    @Test
    void actsInItsBoxesOnly() {
        Rule rule = new Rule(
                "rule",
                Action.HIDE,
                products("p1"),
                Set.of("cart", "home"),
                Set.of("for-you"),
                0,
                1,
                NO_FLOOR,
                Period.ALWAYS,
                null);
        RuleBook book = RuleBook.of(List.of(rule));

        assertThat(book.of("home", "for-you", NOW).isEmpty()).isFalse();
        assertThat(book.of("cart", "upgrade", NOW).isEmpty()).isTrue();
        assertThat(book.of("product", "for-you", NOW).isEmpty()).isTrue();
    }

    @Test
    void readsNoAttributesForRulesThatNameProducts() {
        AtomicInteger reads = new AtomicInteger();
        Rules rules = rules(
                rule("one", Action.HIDE, products("p1"), 1),
                rule("brand", Action.BOOST, attributes("brand", "acme"), 2));

        rules.hiding(
                "p2",
                () -> {
                    reads.incrementAndGet();
                    return SHOE;
                },
                null);

        assertThat(reads).hasValue(0);
    }

    @Test
    void findsTheSameAsAskingEveryRule() {
        List<Rule> many = IntStream.range(0, 60)
                .mapToObj(at -> rule(
                        "rule " + at,
                        at % 2 == 0 ? Action.BOOST : Action.BURY,
                        at % 3 == 0
                                ? products("p" + at % 5)
                                : new Selector(
                                        at % 4 == 0 ? Set.of("p" + at % 7) : Set.of(),
                                        Map.of("brand", Set.of("b" + at % 3, "b9"), "size", Set.of("s" + at % 2))),
                        at % 2 == 0 ? 2 : 0.5))
                .toList();
        Rules rules = rules(many.toArray(Rule[]::new));
        for (int at = 0; at < 50; at++) {
            String id = "p" + at % 9;
            Map<String, List<String>> has =
                    Map.of("brand", List.of("b" + at % 4), "size", List.of("s" + at % 3, "s" + at % 2));

            assertThat(rules.acting(id, () -> has, null, null))
                    .extracting(Acted::rule)
                    .containsExactlyElementsOf(many.stream()
                            .filter(rule -> rule.selector().matches(id, has))
                            .sorted(Rule.ORDER)
                            .toList());
        }
    }

    @Test
    void hasNothingToSayWithoutRules() {
        Rules rules = RuleBook.EMPTY.of("home", "for-you", NOW);

        assertThat(rules.isEmpty()).isTrue();
        assertThat(hiding(rules, "p1", SHOE)).isNull();
        assertThat(rules.acting("p1", () -> SHOE, 1.0, 1.0)).isEmpty();
        assertThat(rules.pins()).isEmpty();
    }

    private static @Nullable String hiding(Rules rules, String id, Map<String, List<String>> attributes) {
        Rule rule = rules.hiding(id, () -> attributes, null);
        return rule == null ? null : rule.name();
    }

    private static Rules rules(Rule... rules) {
        return RuleBook.of(Arrays.asList(rules)).of("home", "for-you", NOW);
    }

    private static Selector products(String... ids) {
        return new Selector(Set.of(ids), Map.of());
    }

    private static Selector attributes(String key, String... values) {
        return new Selector(Set.of(), Map.of(key, Set.of(values)));
    }

    private static Rule pin(String name, int rank, @Nullable Instant from, @Nullable Instant until) {
        return new Rule(
                name, Action.PIN, products("p1"), Set.of(), Set.of(), rank, 1, NO_FLOOR, new Period(from, until), null);
    }

    private static Rule rule(String name, Action action, Selector selector, double factor) {
        return new Rule(name, action, selector, Set.of(), Set.of(), 0, factor, NO_FLOOR, Period.ALWAYS, null);
    }
}
