package org.cartograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.Feedback;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every analyst question of {@code cypher/questions} runs and returns the columns that its header promises. */
class QuestionsTest {
    private static final Path QUESTIONS = Path.of("../cypher/questions");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    private static final Map<String, Object> PARAMETERS = Map.of(
            "product",
            "bread",
            "minimumOrders",
            1,
            "minimumCustomers",
            1,
            "minimumImpressions",
            1,
            "days",
            30,
            "limit",
            10);

    @BeforeAll
    static void open() {
        CornerShop.open();
        // A product that sells alone, and two of different categories in one order.
        CornerShop.buy("eva", "o8", 1, "sled");
        CornerShop.buy("fay", "o9", 20, "jam", "tea");
        TestDatabase.rows("MATCH (c:Customer) WHERE c.id STARTS WITH 'guest:' SET c.anonymous = true");
        TestDatabase.rows("MATCH (p:Product {id: 'jam'}) SET p.stock = 0");
        TestDatabase.rows("MATCH (p:Product {id: 'tea'}) SET p.stock = 5");
        TestDatabase.rows("MATCH (p:Product) WHERE p.id IN ['bread', 'butter'] "
                + "MERGE (b:Attribute:Brand {key: 'brand', value: 'Miller'}) CREATE (p)-[:HAS]->(b)");
        TestDatabase.rows("MATCH (c:Customer {id: 'ann'}), (p:Product {id: 'bread'}) "
                + "CREATE (c)-[:RETURNED {orderId: 'o1', at: datetime('2026-01-05T12:00:00Z')}]->(p)");
        TestDatabase.rows("MATCH (c:Customer {id: 'bob'}), (p:Product {id: 'tea'}) "
                + "CREATE (c)-[:VIEWED {visitId: 'v1', eventId: 'e1', at: datetime('2026-01-05T12:00:00Z')}]->(p)");
        TestDatabase.rows("MATCH (c:Category {value: 'breakfast'}) "
                + "CREATE (c)-[:CHILD_OF]->(:Attribute:Category {key: 'category', value: 'food'})");
        TestDatabase.rows("CALL cartograph.rule.set('no Miller food', {action: 'hide', brands: ['Miller'], "
                + "categories: ['food'], products: ['sled']})");
        TestDatabase.rows("CALL cartograph.rule.set('margin', {action: 'margin', priority: 0.5})");
        TestDatabase.rows("CALL cartograph.rule.set('over', {action: 'bury', products: ['tea'], until: '2026-01-01'})");
        TestDatabase.rows("CALL cartograph.rule.set('lost', {action: 'boost', products: ['none'], brands: ['no']})");
        TestDatabase.rows("CALL cartograph.experiment.create('sizes', {variants: [{name: 'old'}, {name: 'new', "
                + "recipes: {`also-bought`: {size: 4}}}]})");
        TestDatabase.rows("CALL cartograph.experiment.start('sizes')");
        TestDatabase.rows("CALL cartograph.experiment.expose([{experiment: 'sizes', variant: 'new', unit: 'ann', "
                + "customerId: 'ann'}, {experiment: 'sizes', variant: 'old', unit: 'bob', customerId: 'bob'}, "
                + "{experiment: 'sizes', variant: 'new', unit: 'cat', customerId: 'cat'}])");
        TestDatabase.rows("CALL cartograph.model.build({})");
        // What no build can know: a product that came since, and what another one inherited.
        TestDatabase.rows("CREATE (:Product {id: 'kite', name: 'Red kite', price: 9.0, stock: 3})");
        TestDatabase.rows("MATCH (p:Product {id: 'honey'}), (q:Product {id: 'bread'}) "
                + "MERGE (p)-[r:BOUGHT_TOGETHER]->(q) SET r += {score: 0.1, orders: 0, inherited: true, via: 'jam'}");
        recommend();
    }

    /** Ann and Bob saw butter, jam and honey; Ann bought the butter, sent it back and searched; Bob bought the honey. */
    private static void recommend() {
        List<Map<String, Object>> items = Stream.of("butter", "jam", "honey")
                .map(product -> Map.<String, Object>of(
                        "placement",
                        "complete-the-basket",
                        "productId",
                        product,
                        "rank",
                        "butter".equals(product) ? 1 : 2))
                .toList();
        assertThat(Feedback.send(
                        List.of(Feedback.answerOf("a1", items), Feedback.answerOf("a2", items)),
                        List.of(
                                Feedback.outcome("impression", "customerId", "ann"),
                                Feedback.outcome("click", "productId", "butter", "customerId", "ann"),
                                Feedback.outcome(
                                        "purchase", "productId", "butter", "customerId", "ann", "orderId", "o1"),
                                Feedback.event("refund", "productId", "butter", "customerId", "ann", "orderId", "o1"),
                                Feedback.event("search", "query", "marmalade", "customerId", "ann", "eventId", "e9"),
                                Feedback.outcome("impression", "customerId", "bob", "recommendationId", "a2"),
                                Feedback.outcome(
                                        "purchase",
                                        "productId",
                                        "honey",
                                        "customerId",
                                        "bob",
                                        "recommendationId",
                                        "a2",
                                        "value",
                                        6,
                                        "currency",
                                        "EUR"))))
                .containsOnly("accepted");
    }

    static Stream<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersWithTheColumnsOfItsHeader(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("// Question: ").endsWith("?");

        List<Map<String, Object>> rows = TestDatabase.rows(String.join("\n", lines), PARAMETERS);

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.keySet()).containsExactlyInAnyOrderElementsOf(listed(lines.get(2), "Columns")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void namesItsParametersInItsHeader(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Set<String> used = PARAMETER
                .matcher(String.join("\n", lines))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> named = listed(lines.get(1), "Parameters");

        assertThat(named.equals(List.of("none")) ? List.of() : named).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isListedInTheReadme(Path file) throws IOException {
        String question = Files.readAllLines(file).get(0).replace("// Question: ", "");

        assertThat(Files.readString(Path.of("../cypher/README.md")))
                .contains("* [" + question + "](questions/" + file.getFileName() + ")");
    }

    @Test
    void sayWhoCameBack() throws IOException {
        // Ann and Cat of ann, bob, cat, dan, eva and fay; after 9 and 57 days.
        assertThat(answer("repeat-rate"))
                .singleElement()
                .isEqualTo(Map.of("customers", 6L, "returning", 2L, "rate", 0.333, "medianDays", 33.0));
    }

    @Test
    void sayWhoIsOverdue() throws IOException {
        // Ann came back after 9 days and has now been away for the 50 from day 10 to day 60.
        assertThat(answer("likely-to-leave"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("id", "ann")
                        .containsEntry("usualDays", 9.0)
                        .containsEntry("daysSinceLast", 50.0));
    }

    @Test
    void sayWhichFirstPurchaseMakesLoyalCustomers() throws IOException {
        // Of the first buyers of bread (ann, bob, dan) only Ann came back; Cat began with tea, as Fay did.
        assertThat(answer("gateway-products"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("id", "bread")
                        .containsEntry("began", 3L)
                        .containsEntry("returned", 1L)
                        .containsEntry("usual", 0.333));
    }

    @Test
    void sayWhichCategoriesGoTogether() throws IOException {
        // Breakfast in 7 of 9 orders, drinks in 2, both in 1 (the sled has no category): 1 · 8 / (7 · 2).
        assertThat(answer("category-affinities"))
                .containsExactly(Map.of("category", "breakfast", "other", "drinks", "orders", 1L, "lift", 0.57));
    }

    @Test
    void sayHowManyCustomersOfAMonthCameBack() throws IOException {
        assertThat(answer("cohort-retention"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("cohort", "2026-01-01")
                        .containsEntry("monthsLater", 2L)
                        .containsEntry("ordering", 1L)
                        .containsEntry("customers", 6L));
    }

    @Test
    void countWhoMetARunningExperiment() throws IOException {
        assertThat(answer("experiments-running"))
                .extracting(row -> row.get("variant") + " " + row.get("units") + " " + row.get("share"))
                .containsExactly("old 1 0.333", "new 2 0.667");
        assertThat(answer("exposures-per-day"))
                .extracting(row -> row.get("variant") + " " + row.get("units"))
                .containsExactly("new 2", "old 1");
    }

    @Test
    void sayOnHowManyProductsARuleActs() throws IOException {
        // Bread and butter are Miller's and breakfast, which is food; the sled is listed. Jam is out of stock.
        assertThat(answer("rules-acting-now"))
                .extracting(row -> row.get("name") + " " + row.get("products") + " " + row.get("sellable"))
                .startsWith("margin 9 8", "no Miller food 3 3");
    }

    @Test
    void sayWhichRulesDoNothing() throws IOException {
        assertThat(answer("rules-without-effect"))
                .extracting(row -> row.get("name") + ": " + row.get("why"))
                .containsExactly("lost: nothing of what it names is in the catalogue", "over: it is over: drop it");
    }

    @Test
    void sayHowMuchLessTheSecondSlotIsClicked() throws IOException {
        // Two impressions in the first slot, one of them clicked; four in the second.
        assertThat(answer("clicks-by-slot"))
                .extracting(row -> row.get("slot") + " " + row.get("impressions") + " " + row.get("ofFirst"))
                .containsExactly("1 2 1.0", "2 4 0.0");
    }

    @Test
    void sayWhatIsShownInVain() throws IOException {
        assertThat(answer("shown-in-vain"))
                .extracting(row -> row.get("id") + " " + row.get("impressions") + " " + row.get("shoppers"))
                .containsExactly("jam 2 2");
    }

    @Test
    void sayWhatARecommendationSoldFirst() throws IOException {
        assertThat(answer("first-sold-by-recommendation"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", "honey"));
    }

    private static List<Map<String, Object>> answer(String question) throws IOException {
        return TestDatabase.rows(Files.readString(QUESTIONS.resolve(question + ".cypher")), PARAMETERS);
    }

    private static List<String> listed(String line, String kind) {
        assertThat(line).startsWith("// " + kind + ": ");
        return Arrays.stream(line.replaceFirst("^// " + kind + ": ", "")
                        .replaceAll("\\(.*?\\)", "")
                        .split(","))
                .map(String::strip)
                .toList();
    }
}
