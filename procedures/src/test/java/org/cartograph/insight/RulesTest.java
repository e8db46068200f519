package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The rules of the corner shop, whose seven orders can be counted by hand. */
class RulesTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void countsBothDirections() {
        assertThat(names("{}")).containsExactly("jam > bread", "bread > jam", "butter > bread", "bread > butter");
    }

    @Test
    void measuresARule() {
        Map<String, Object> rule =
                rows("CALL cartograph.rules({antecedent: 'butter'})").get(0);

        assertThat(rule)
                .containsEntry("orders", 2L)
                .containsEntry("antecedentOrders", 3L)
                .containsEntry("consequentOrders", 4L)
                .containsEntry("allOrders", 7L);
        assertThat((Double) rule.get("support")).isEqualTo(2 / 7.0, EXACTLY);
        assertThat((Double) rule.get("confidence")).isEqualTo(2 / 3.0, EXACTLY);
        // Together in 2 of 7 orders, by chance in 3/7 · 4/7 of them.
        assertThat((Double) rule.get("lift")).isEqualTo(7 / 6.0, EXACTLY);
        // Broken in 1 of butter's 3 orders, by chance in 3 of 7.
        assertThat((Double) rule.get("conviction")).isEqualTo(9 / 7.0, EXACTLY);
    }

    @Test
    void givesNamesAndNodesBesideIds() {
        Map<String, Object> rule = rows("CALL cartograph.rules({antecedent: 'butter'}) YIELD antecedents, "
                        + "antecedentNames, consequent, consequentName "
                        + "RETURN antecedents[0].id AS antecedent, antecedentNames, consequent, consequentName")
                .get(0);

        assertThat(rule)
                .containsEntry("antecedent", "butter")
                .containsEntry("antecedentNames", List.of("Salted butter"))
                .containsEntry("consequentName", "Rye bread");
        assertThat(rule.get("consequent")).isInstanceOf(Node.class);
    }

    @Test
    void neverBreaksARuleThatAlwaysHeld() {
        assertThat(rows("CALL cartograph.rules({antecedent: 'jam'})").get(0))
                .containsEntry("confidence", 1.0)
                .containsEntry("conviction", Double.POSITIVE_INFINITY);
    }

    @Test
    void drawsARuleFromTwoProductsToAThird() {
        List<Map<String, Object>> rules =
                rows("CALL cartograph.rules({minimumItems: 3, minimumOrders: 1, orderBy: 'confidence'})");

        assertThat(rules)
                .extracting(RulesTest::name)
                .containsExactly("butter+jam > bread", "bread+butter > jam", "bread+jam > butter");
        assertThat(rules.get(1)).containsEntry("antecedentOrders", 2L).containsEntry("consequentOrders", 2L);
        assertThat((Double) rules.get(1).get("lift")).isEqualTo(7 / 4.0, EXACTLY);
        assertThat((Double) rules.get(2).get("lift")).isEqualTo(7 / 6.0, EXACTLY);
    }

    @Test
    void leavesOutWhatIsTooRareTooUnsureOrTooLikely() {
        assertThat(names("{minimumOrders: 3}")).isEmpty();
        // 2/7 = .2857
        assertThat(names("{minimumSupport: 0.29}")).isEmpty();
        assertThat(names("{minimumSupport: 0.28}")).hasSize(4);
        assertThat(names("{minimumConfidence: 0.6}")).containsExactly("jam > bread", "butter > bread");
        assertThat(names("{minimumLift: 1.5}")).containsExactly("jam > bread", "bread > jam");
    }

    @Test
    void looksOnEitherSideOrOnOne() {
        assertThat(names("{product: 'jam', minimumOrders: 1}"))
                .containsExactly("jam > bread", "bread > jam", "jam > butter", "butter > jam");
        assertThat(names("{antecedent: 'jam'}")).containsExactly("jam > bread");
        assertThat(names("{consequent: 'jam'}")).containsExactly("bread > jam");
        assertThat(names("{antecedent: 'jam', consequent: 'butter', minimumOrders: 1}"))
                .containsExactly("jam > butter");
    }

    @Test
    void looksIntoACategoryAndThoseBelowIt() {
        assertThat(names("{category: 'drinks', minimumOrders: 1}"))
                .containsExactlyInAnyOrder("tea > teapot", "teapot > tea");
        rows("MATCH (d:Category {value: 'drinks'}) "
                + "CREATE (d)-[:CHILD_OF]->(t:Attribute:Category {key: 'category', value: 'table'})-[:CHILD_OF]->(d)");

        assertThat(names("{category: 'table', minimumOrders: 1}"))
                .containsExactlyInAnyOrder("tea > teapot", "teapot > tea");
    }

    @Test
    void crossesIntoAnotherCategory() {
        CornerShop.buy("eva", "o8", 6, "bread", "tea", "sled");

        // The sled has no category, so nobody knows whether it lies in another one.
        assertThat(names("{acrossCategories: true, minimumOrders: 1}"))
                .containsExactlyInAnyOrder("bread > tea", "tea > bread");
    }

    @Test
    void ordersByTheMeasureAskedFor() {
        assertThat(names("{orderBy: 'conviction', limit: 1}")).containsExactly("jam > bread");
        assertThat(names("{orderBy: 'lift', minimumOrders: 1, limit: 2}"))
                .containsExactlyInAnyOrder("tea > teapot", "teapot > tea");
    }

    @Test
    void seesAnOrderThatCameSinceTheLastQuestion() {
        assertThat(names("{antecedent: 'tea'}")).isEmpty();

        CornerShop.buy("eva", "o8", 6, "tea", "teapot");

        assertThat(names("{antecedent: 'tea'}")).containsExactly("tea > teapot");
        assertThat(rows("CALL cartograph.rules({antecedent: 'tea'})").get(0)).containsEntry("allOrders", 8L);
    }

    @Test
    void stopsWhenNobodyWantsTheAnswerAnyMore() {
        GraphDatabaseService database = CornerShop.open();
        try (Transaction transaction = database.beginTx()) {
            AssociationRules rules = new AssociationRules(database, transaction, () -> {
                throw new CancellationException("enough");
            });

            assertThatThrownBy(() -> rules.find(Map.of())).hasMessage("enough");
        }
    }

    @Test
    void hasNoRulesWithoutOrders() {
        TestDatabase.empty();

        assertThat(rows("CALL cartograph.rules({maximumItems: 3})")).isEmpty();
    }

    @Test
    void refusesWhatItCannotAnswer() {
        assertThatThrownBy(() -> rows("CALL cartograph.rules({minSupport: 0.1})"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("`minSupport` is not a key here. Did you mean `minimumSupport`?");
        assertThatThrownBy(() -> rows("CALL cartograph.rules({orderBy: 'lifts'})"))
                .rootCause()
                .hasMessage("`orderBy` must be one of orders, support, confidence, lift, conviction, "
                        + "but was 'lifts'. Did you mean `lift`?");
        assertThatThrownBy(() -> rows("CALL cartograph.rules({product: 'cake'})"))
                .rootCause()
                .hasMessage("`product` must be the id of a product in the graph, but there is none with 'cake'.");
        assertThatThrownBy(() -> rows("CALL cartograph.rules({category: 'cakes'})"))
                .rootCause()
                .hasMessage("`category` must be the value of a category in the graph, but there is none with 'cakes'.");
        assertThatThrownBy(() -> rows("CALL cartograph.rules({minimumItems: 3, maximumItems: 2})"))
                .rootCause()
                .hasMessage("`maximumItems` must be a whole number between 3 and 3, but was 2.");
    }

    private static List<String> names(String config) {
        return rows("CALL cartograph.rules(" + config + ")").stream()
                .map(RulesTest::name)
                .toList();
    }

    static String name(Map<String, Object> rule) {
        List<String> antecedents = ((List<?>) rule.get("antecedentIds"))
                .stream().map(String::valueOf).sorted().toList();
        return String.join("+", antecedents) + " > " + rule.get("consequentId");
    }
}
