package org.cartograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The corner shop's first seven orders are training; what comes here is test.
 *
 * <p>Training orders with each product: bread 4, butter 3, milk 3, jam 2, tea 1, teapot 1.
 */
class EvaluationTest {
    private static final String SPLIT = "splitAt: datetime('2026-04-11T00:00:00Z')";

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void hidesEachProductOfATestOrderInTurn() {
        // Teapot: from tea the only neighbour, so rank 1. Tea: from teapot likewise. The lamp is unknown.
        CornerShop.buy("eva", "t1", 100, "tea", "teapot");
        // Bread leads to butter, milk, jam: tea is behind them, by popularity at rank 4. Tea leads to teapot alone,
        // then
        // follows popularity: bread at rank 2.
        CornerShop.buy("eva", "t2", 101, "bread", "tea");

        Map<String, Double> cartograph = figures("basket", "all", "cartograph", "k: 3");

        assertThat(cartograph).containsEntry("HR@3", (1 + 1 / 2.0) / 2).containsEntry("HR@50", 1.0);
        assertThat(cartograph.get("MRR@3")).isCloseTo((1 + (1 / 3.0 + 0) / 2) / 2, within(1e-12));
        // Popularity offers bread, butter, milk: of the four it finds bread only, at rank 1.
        assertThat(figures("basket", "all", "popularity", "k: 3")).containsEntry("MRR@3", (0 + 1 / 2.0) / 2);
    }

    @Test
    void ranksBestsellersOfTheSeedsCategories() {
        CornerShop.buy("eva", "t1", 100, "tea", "teapot");

        assertThat(figures("basket", "all", "category", "k: 1")).containsEntry("HR@1", 1.0);
        assertThat(figures("basket", "all", "popularity", "k: 1")).containsEntry("HR@1", 0.0);
    }

    @Test
    void asksWhatIsBoughtWithinThirtyDaysAfterAnOrder() {
        CornerShop.buy("ann", "t1", 100, "bread");
        CornerShop.buy("ann", "t2", 130, "butter");
        CornerShop.buy("ann", "t3", 131, "milk");
        CornerShop.buy("guest:t4", "t4", 100, "bread");

        // t1 → butter, t2 → milk; t3 has nothing after it, and a guest has no next order.
        List<Map<String, Object>> next = evaluate("{tasks: ['next30'], methods: ['popularity'], k: 2, " + SPLIT + "}");

        assertThat(next).allSatisfy(row -> assertThat(row).containsEntry("samples", 2L));
        // After bread: butter, milk. After butter: bread, milk.
        assertThat(figures("next30", "all", "popularity", "k: 1")).containsEntry("HR@1", 1 / 2.0);
        assertThat(figures("next30", "all", "popularity", "k: 2")).containsEntry("HR@2", 1.0);
    }

    @Test
    void divideTheFirstTestOrderIntoNewAndRepeated() {
        CornerShop.buy("ann", "t1", 100, "bread", "milk");
        CornerShop.buy("ann", "t2", 101, "tea");
        CornerShop.buy("eva", "t3", 102, "bread");

        assertThat(figures("personal", "all", "popularity", "k: 1")).containsEntry("Recall@1", 1 / 2.0);
        assertThat(figures("personal", "repeat", "popularity", "k: 1")).containsEntry("HR@1", 1.0);
        // Ann has bread, butter and jam; the most popular of the others is milk.
        assertThat(figures("personal", "new", "popularity", "k: 1")).containsEntry("HR@1", 1.0);
        assertThat(evaluate("{tasks: ['personal'], methods: ['popularity'], " + SPLIT + "}"))
                .allSatisfy(row -> assertThat(row).containsEntry("samples", 1L));
    }

    @Test
    void knowsFromTheTrainingPartWhatIsBoughtAgain() {
        for (int customer = 0; customer < 5; customer++) {
            CornerShop.buy("regular" + customer, "a" + customer, 0, "milk");
            CornerShop.buy("regular" + customer, "b" + customer, 20, "milk");
        }
        CornerShop.buy("eva", "e1", 90, "milk");
        CornerShop.buy("eva", "t1", 101, "milk");

        // Eva's milk is eleven days old when she orders again: too early to offer it.
        assertThat(figures("personal", "all", "cartograph+rules", "k: 1")).containsEntry("HR@1", 0.0);
        CornerShop.buy("zoe", "z1", 90, "milk");
        CornerShop.buy("zoe", "t2", 105, "milk");
        // Zoe's is fifteen days old when she does, though both bought it on the same day.
        assertThat(figures("personal", "all", "cartograph+rules", "k: 1")).containsEntry("HR@1", 1 / 2.0);
    }

    @Test
    void letsNothingOfTheTestPartIn() {
        CornerShop.buy("ann", "t1", 100, "bread", "milk");
        CornerShop.buy("bob", "t2", 101, "tea", "teapot");
        List<Map<String, Object>> before = evaluate("{splitAt: datetime('2026-04-11T18:00:00Z')}");
        // The test order stays; everything else of its time changes: stock, prices' season, later sales, later
        // products.
        rows(
                "MATCH (p:Product {id: 'teapot'}) SET p.stock = 0, p.active = false, p.availableUntil = date('2026-01-02')");
        rows(
                "CREATE (:Product {id: 'lamp', name: 'Rye lamp'})-[:HAS]->(:Attribute:Category {key: 'category', value: 'new'})");
        for (int order = 0; order < 20; order++) {
            CornerShop.buy("guest:x" + order, "x" + order, 140 + order, "lamp");
        }

        List<Map<String, Object>> after = evaluate("{splitAt: datetime('2026-04-11T18:00:00Z')}");

        assertThat(after).isEqualTo(before);
    }

    @Test
    void changesNothing() {
        CornerShop.buy("ann", "t1", 100, "bread", "milk");
        String graph = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges, "
                + "sum(size(keys(n))) AS properties";
        List<Map<String, Object>> before = rows(graph);

        evaluate("{}");

        assertThat(rows(graph)).isEqualTo(before);
    }

    @Test
    void saysOfEmptyShopsThatThereWasNothingToAsk() {
        TestDatabase.empty();

        assertThat(evaluate("{}"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("samples", 0L));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> evaluate("{tasks: ['baskets']}")).hasStackTraceContaining("Did you mean `basket`?");
        assertThatThrownBy(() -> evaluate("{splitAt: 1.5}"))
                .hasStackTraceContaining("`splitAt` must be a number between 0.1 and 0.99, but was 1.5.");
        assertThatThrownBy(() -> evaluate("{parameters: {lamda: 3}}"))
                .hasStackTraceContaining("Did you mean `lambda`?");
    }

    private static List<Map<String, Object>> evaluate(String config) {
        return rows("CALL cartograph.evaluate(" + config
                + ") YIELD task, segment, method, metric, value, low, high, samples" + " RETURN *");
    }

    /** The figures of one method, with walks by plain counts. */
    private static Map<String, Double> figures(String task, String segment, String method, String config) {
        return evaluate("{tasks: ['" + task + "'], methods: ['" + method + "'], " + SPLIT + ", " + config
                        + ", parameters: {ridgeNeighbours: 0, walkAlpha: 1, beta: 0}}")
                .stream()
                .filter(row -> segment.equals(row.get("segment")))
                .collect(Collectors.toMap(row -> (String) row.get("metric"), row -> (Double) row.get("value")));
    }
}
