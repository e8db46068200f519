package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0})");
    }

    private static Map<String, Object> explain(String placement, String request, String product) {
        return rows("CALL cartograph.explain({explore: false, placements: ['" + placement + "'], " + request + "}, '"
                        + product + "') YIELD offered, rank, fallback, score, parts, exclusions, reasons, nodes, "
                        + "relationships RETURN offered, rank, fallback, score, parts, exclusions, reasons, "
                        + "[n IN nodes | labels(n)[0] + ' ' + coalesce(n.id, n.value)] AS nodes, "
                        + "[r IN relationships | startNode(r).id + ' ' + type(r) + ' ' + coalesce(endNode(r).id, "
                        + "endNode(r).value)] AS relationships")
                .get(0);
    }

    private static Map<String, Object> cart(String request, String product) {
        return explain("complete-the-basket", "context: 'cart', " + request, product);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> explanation) {
        return (List<Map<String, Object>>) explanation.get("parts");
    }

    private static double sum(Map<String, Object> explanation) {
        return parts(explanation).stream()
                .mapToDouble(part -> (Double) part.get("score"))
                .sum();
    }

    @Test
    void addsUpToTheScoreOfTheAnswer() {
        for (String product : List.of("butter", "jam", "milk", "honey", "teapot")) {
            Map<String, Object> explanation = cart("products: ['bread', 'tea']", product);
            double score = (Double) explanation.get("score");
            assertThat(sum(explanation)).isCloseTo(score, within(1e-9));
            rows("CALL cartograph.recommend('cart', {explore: false, products: ['bread', 'tea'], placements: "
                            + "['complete-the-basket']})")
                    .stream()
                    .filter(item -> item.get("productId").equals(product))
                    .forEach(item -> {
                        assertThat(explanation).containsEntry("offered", true).containsEntry("rank", item.get("rank"));
                        assertThat((Double) item.get("score")).isCloseTo(score, within(1e-9));
                    });
        }
    }

    @Test
    void addsUpWithRulesAndTasteToo() {
        rows("CALL cartograph.rule.set('more jam', {action: 'boost', products: ['jam'], factor: 3})");
        rows("CALL cartograph.rule.set('less breakfast', {action: 'bury', categories: ['breakfast'], factor: 0.5})");

        Map<String, Object> explanation = cart("customerId: 'ann', products: ['milk']", "jam");

        assertThat(sum(explanation)).isCloseTo((Double) explanation.get("score"), within(1e-9));
        assertThat(parts(explanation)).extracting(part -> part.get("rule")).contains("more jam", "less breakfast");
        assertThat(parts(explanation)).extracting(part -> part.get("part")).contains("taste");
    }

    @Test
    void drawsTheEdgesThatSpeakForIt() {
        Map<String, Object> explanation = cart("products: ['bread']", "butter");

        assertThat(strings(explanation, "relationships"))
                .contains("bread BOUGHT_TOGETHER butter", "bread ALSO_BOUGHT butter");
        assertThat(strings(explanation, "nodes")).contains("Product butter", "Product bread");
    }

    @Test
    void drawsThePurchaseThatItComesFrom() {
        Map<String, Object> explanation = explain("for-you", "context: 'home', customerId: 'bob'", "milk");

        assertThat(strings(explanation, "relationships")).contains("bob PURCHASED bread", "bread BOUGHT_TOGETHER milk");
    }

    @Test
    void drawsNobodyWhoRefused() {
        rows("MATCH (c:Customer {id: 'bob'}) SET c.consent = false");

        Map<String, Object> explanation = explain("for-you", "context: 'home', customerId: 'bob'", "milk");

        assertThat(strings(explanation, "nodes")).noneMatch(node -> node.startsWith("Customer"));
    }

    @Test
    void saysWhatKeepsAProductOut() {
        rows("MATCH (p:Product {id: 'butter'}) SET p.stock = 0");
        rows("MATCH (p:Product {id: 'jam'}) SET p.active = false");
        rows("MATCH (p:Product {id: 'milk'}) SET p.availableUntil = date('2020-01-01')");
        rows("CALL cartograph.rule.set('no pots', {action: 'hide', products: ['teapot']})");
        rows(
                "MATCH (p:Product {id: 'honey'}) MERGE (c:Customer {id: 'eva'}) CREATE (c)-[:DISMISSED {at: datetime()}]->(p)");
        String request = "products: ['bread'], exclude: ['tea'], filter: {price: {max: 35}}, customerId: 'eva'";

        assertThat(strings(cart(request, "butter"), "exclusions")).containsExactly("not recommended: out of stock");
        assertThat(strings(cart(request, "jam"), "exclusions")).containsExactly("not recommended: inactive");
        assertThat(strings(cart(request, "milk"), "exclusions")).containsExactly("not recommended: out of season");
        assertThat(strings(cart(request, "teapot"), "exclusions"))
                .containsExactly("not recommended: hidden by the rule 'no pots'");
        assertThat(strings(cart(request, "honey"), "exclusions"))
                .containsExactly("not recommended: dismissed, or owned already");
        assertThat(strings(cart(request, "tea"), "exclusions"))
                .containsExactly("not recommended: excluded by the request");
        assertThat(strings(cart(request, "sled"), "exclusions"))
                .containsExactly("not recommended: outside the request's filter");
        assertThat(strings(cart(request, "bread"), "exclusions"))
                .containsExactly("not recommended: it is one of the page's own products");
    }

    @Test
    void saysWhatOutranksAProduct() {
        assertThat(strings(cart("products: ['bread'], limit: 1", "honey"), "exclusions"))
                .singleElement()
                .asString()
                .startsWith("outranked");
        assertThat(strings(cart("products: ['tea'], limit: 1", "sled"), "exclusions"))
                .containsExactly("nothing leads to it from here");
    }

    @Test
    void saysThatItIsInAnotherBoxOfThePage() {
        List<Map<String, Object>> boxes = rows("CALL cartograph.explain({context: 'product', products: ['bread'], "
                + "explore: false}, 'butter') YIELD placement, offered, exclusions RETURN *");

        assertThat(boxes).hasSize(4);
        assertThat(boxes.get(0)).containsEntry("offered", true);
        assertThat(strings(boxes.get(1), "exclusions"))
                .containsExactly("not recommended: already on this page, in frequently-bought-together");
    }

    @Test
    void refusesAProductThatIsNone() {
        assertThatThrownBy(() -> cart("products: ['bread']", "nothing"))
                .hasStackTraceContaining(
                        "`productId` must be the id of a product in the graph, but there is none with " + "'nothing'.");
        assertThatThrownBy(() -> rows("CALL cartograph.explain({products: ['bread']}, 'butter')"))
                .hasStackTraceContaining("`context` must be one of product, cart");
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> row, String key) {
        return (List<String>) row.get(key);
    }
}
