package org.cartograph.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request: one sentence names the field, what is allowed and what came, and nothing changes. */
class BadInputTest {
    private static final String TEN_KILOBYTES = "x".repeat(10_000);
    private static final int LONGEST_SENTENCE = 600;

    private static List<Map<String, Object>> before = List.of();

    @BeforeAll
    static void open() {
        CornerShop.open();
        rows("CALL cartograph.context.set('cart', {recipes: {upgrade: {size: 3}}})");
        before = state();
    }

    @AfterEach
    void changesNothing() {
        assertThat(state()).isEqualTo(before);
    }

    private static List<Map<String, Object>> state() {
        List<Map<String, Object>> state = new ArrayList<>(
                rows("MATCH (n) RETURN elementId(n) AS id, labels(n) AS kind, properties(n) AS said ORDER BY id"));
        state.addAll(
                rows("MATCH ()-[r]->() RETURN elementId(r) AS id, type(r) AS kind, properties(r) AS said ORDER BY id"));
        state.addAll(rows("CALL cartograph.context.list()"));
        return state;
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                bad("kart", Map.of(), "`context` must be one of", "product", "'kart'", "Did you mean `cart`?"),
                bad(TEN_KILOBYTES, Map.of(), "`context` must be one of", "10000 characters"),
                bad(
                        "cart",
                        Map.of("placements", List.of("for-you")),
                        "`placements`",
                        "complete-the-basket",
                        "'for-you'"),
                bad("cart", Map.of("product", "bread"), "`product` is not a key here", "`products`?"),
                bad("cart", filter("colour", List.of("red")), "`filter.colour` is not a key here", "attributes"),
                bad("cart", filter("price", Map.of("least", 5)), "`filter.price.least` is not a key here", "max, min"),
                bad(
                        "cart",
                        filter("price", Map.of("min", 5, "max", 4)),
                        "`filter.price.max`",
                        "`filter.price.min`",
                        "4"),
                bad("cart", filter("price", Map.of("min", -1)), "`filter.price.min`", "0", "-1"),
                bad("cart", filter("price", Map.of("min", Double.NaN)), "`filter.price.min`", "NaN"),
                bad("cart", filter("price", "cheap"), "`filter.price` must be a map", "'cheap'"),
                bad("cart", filter("categories", List.of(7)), "`filter.categories` must be a list of texts", "7"),
                bad(
                        "cart",
                        filter("attributes", Map.of("colour", "red")),
                        "`filter.attributes.colour`",
                        "list",
                        "'red'"),
                bad("cart", filter("inStock", "yes"), "`filter.inStock` must be true or false", "'yes'"),
                bad("cart", Map.of("limit", 0), "`limit` must be a whole number between 1 and 100, but was 0."),
                bad("cart", Map.of("limit", 101), "`limit` must be a whole number between 1 and 100, but was 101."),
                bad("cart", Map.of("limit", 2.5), "`limit` must be a whole number between 1 and 100, but was 2.5."),
                bad("cart", Map.of("products", fiveHundred()), "`products` must be at most 200", "500"),
                bad("cart", Map.of("products", List.of(7)), "`products` must be", "7"),
                bad("cart", Map.of("products", List.of("")), "`products` must be", "''"),
                bad("cart", Map.of("products", List.of(TEN_KILOBYTES)), "`products` must be", "64", "10000 characters"),
                bad("cart", Map.of("customerId", TEN_KILOBYTES), "`customerId` must be", "64", "10000 characters"),
                bad("cart", Map.of("visitorId", TEN_KILOBYTES), "`visitorId` must be", "64", "10000 characters"),
                bad("cart", Map.of("sessionId", TEN_KILOBYTES), "`sessionId` must be", "64", "10000 characters"),
                bad("cart", Map.of("exclude", List.of(TEN_KILOBYTES)), "`exclude` must be", "64", "10000 characters"),
                bad(
                        "cart",
                        filter("exclude", List.of(TEN_KILOBYTES)),
                        "`filter.exclude` must be",
                        "64",
                        "10000 characters"),
                bad("cart", Map.of("locale", TEN_KILOBYTES), "`locale` must be", "10000 characters"),
                bad("cart", Map.of("variant", TEN_KILOBYTES), "`variant` must be", "64", "10000 characters"),
                bad("cart", Map.of("seed", "x"), "`seed` must be a whole number", "'x'"),
                bad("cart", Map.of("explore", "no"), "`explore` must be true or false", "'no'"));
    }

    private static List<String> fiveHundred() {
        return IntStream.range(0, 500).mapToObj(Integer::toString).toList();
    }

    private static Map<String, Object> filter(String key, Object value) {
        return Map.of("filter", Map.of(key, value));
    }

    private static Arguments bad(String context, Map<String, Object> request, String... saying) {
        return Arguments.of(context, request, List.of(saying));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isSaidInOneSentence(String context, Map<String, Object> request, List<String> saying) {
        assertRefused("CALL cartograph.answer($context, $request)", context, request, saying);
        assertRefused("CALL cartograph.recommend($context, $request)", context, request, saying);
        Map<String, Object> withContext = new HashMap<>(request);
        withContext.put("context", context);
        assertRefused("CALL cartograph.explain($request, 'bread')", context, withContext, saying);
    }

    static Stream<Arguments> recipes() {
        return Stream.of(
                recipe("similar", -1, "`recommend.recipes.upgrade.similar`", "between 0 and 1000", "-1"),
                recipe("similar", Double.NaN, "`recommend.recipes.upgrade.similar`", "between 0 and 1000", "NaN"),
                recipe("similar", Double.POSITIVE_INFINITY, "upgrade.similar`", "between 0 and 1000", "Infinity"),
                recipe("similar", "much", "upgrade.similar`", "between 0 and 1000", "'much'"),
                recipe("similar", Map.of("weight", -1), "upgrade.similar.weight`", "between 0 and 1000", "-1"),
                recipe("similar", Map.of("trend", Double.NaN), "upgrade.similar.trend`", "NaN"),
                recipe("simular", 1, "simular` is not a key here", "Did you mean `similar`?"),
                recipe("size", 0, "upgrade.size`", "between 1 and 100", "0"),
                recipe("size", 101, "upgrade.size`", "between 1 and 100", "101"),
                recipe("title", " ", "upgrade.title`", "characters", "' '"),
                recipe("title", TEN_KILOBYTES, "upgrade.title`", "200", "10000 characters"),
                recipe("returns", -0.1, "upgrade.returns`", "between 0 and 10", "-0.1"),
                recipe("fatigue", Map.of("times", -1), "upgrade.fatigue.times`", "between 0 and 1000", "-1"),
                recipe("fatigue", Map.of("days", 1), "upgrade.fatigue.days` is not a key here", "restDays"),
                recipe("diversity", Map.of("brandShare", 2), "upgrade.diversity.brandShare`", "0.01 and 1", "2"),
                recipe("exploration", Map.of("share", 0.6), "upgrade.exploration.share`", "0 and 0.5", "0.6"),
                recipe("taste", Map.of("price", Double.NaN), "upgrade.taste.price`", "0 and 10", "NaN"),
                recipe("dearer", Map.of("least", 0.5, "most", 0.1), "upgrade.dearer.most`", "0.5", "0.1"));
    }

    private static Arguments recipe(String key, Object value, String... saying) {
        Map<String, Object> recipe = Collections.singletonMap(key, value);
        return Arguments.of("cart", Map.of("recipes", Map.of("upgrade", recipe)), List.of(saying));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                bad("cart", Map.of(), "`config` must hold `placements` or `recipes`"),
                bad("cart", Map.of("placement", List.of()), "`placement` is not a key here", "`placements`?"),
                bad("cart", Map.of("placements", List.of()), "`placements`", "1 to 12", "empty"),
                bad("cart", Map.of("placements", List.of("upgrade", "upgrade")), "`placements`", "once"),
                bad("cart", Map.of("placements", List.of("upgrades")), "`placements`", "`upgrade`?"),
                bad(
                        "cart",
                        Map.of("recipes", Map.of("for-you", Map.of("size", 3))),
                        "`recipes`",
                        "upgrade",
                        "'for-you'"),
                bad("kart", Map.of("recipes", Map.of("upgrade", Map.of("size", 3))), "`placements`", "`cart`?"),
                bad("my page", Map.of("placements", List.of("upgrade")), "`context`", "hyphens", "'my page'"),
                bad(TEN_KILOBYTES, Map.of("placements", List.of("upgrade")), "`context`", "64", "10000 characters"));
    }

    @ParameterizedTest
    @MethodSource({"recipes", "pages"})
    void isRefusedWhereAPageIsChanged(String context, Map<String, Object> config, List<String> saying) {
        assertRefused("CALL cartograph.context.set($context, $request)", context, config, saying);
    }

    @Test
    void isRefusedWhereAPageIsTakenBack() {
        List<String> saying = List.of("`context` must be one of", "'kart'", "`cart`?");
        assertRefused("CALL cartograph.context.reset($context)", "kart", Map.of(), saying);
        assertRefused("CALL cartograph.context.list($context)", "kart", Map.of(), saying);
    }

    @Test
    void isAnUnknownProductOnlyWhereItIsExplained() {
        assertRefused(
                "CALL cartograph.explain({context: 'cart'}, $context)",
                "brad",
                Map.of(),
                List.of("`productId` must be", "'brad'"));
        assertRefused(
                "CALL cartograph.explain({context: 'cart'}, $context)",
                TEN_KILOBYTES,
                Map.of(),
                List.of("`productId` must be", "10000 characters"));
        assertThat(rows("CALL cartograph.answer('cart', {products: ['brad', 'bread', '産-\\'\"']})")
                        .get(0))
                .containsEntry("missing", List.of("brad", "産-'\""));
    }

    @Test
    void isNoIdInWhicheverScript() {
        rows("CREATE (:Product {id: '産品 № 1/ñ', name: '茶'})");
        try {
            assertThat(rows("CALL cartograph.answer('cart', {products: ['産品 № 1/ñ'], customerId: 'Ωμέγα'})")
                            .get(0))
                    .containsEntry("missing", List.of());
            assertThat(rows("CALL cartograph.recommend('cart', {products: ['bread'], limit: 100})"))
                    .extracting(row -> row.get("productId"))
                    .contains("産品 № 1/ñ");
        } finally {
            rows("MATCH (p:Product {id: '産品 № 1/ñ'}) DELETE p");
        }
    }

    private static void assertRefused(String call, String context, Map<String, Object> request, List<String> saying) {
        Throwable refusal = catchThrowable(() -> rows(call, Map.of("context", context, "request", request)));

        assertThat(refusal).as("%s %s", call, request).isNotNull();
        Throwable said = refusal;
        while (said.getCause() != null && said.getCause() != said) {
            said = said.getCause();
        }
        assertThat(said).as("%s %s", call, request).isInstanceOf(IllegalArgumentException.class);
        assertThat(said.getMessage()).contains(saying).hasSizeLessThan(LONGEST_SENTENCE);
    }
}
