package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.CornerShop.row;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that no tidy shop has: a build makes something sound of each. */
class OddFactsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void buildsForProductsWithoutAttributesNameOrPrice() {
        rows("CREATE (:Product {id: 'thing'}), (:Product {id: 'other'})");
        CornerShop.buy("eva", "o8", 70, "bread", "thing");

        build("{}");

        assertThat(row("thing", "BOUGHT_TOGETHER")).containsKey("bread");
        assertThat(row("thing", "SIMILAR")).isEmpty();
        assertThat(rows("MATCH (:Product {id: 'other'})-[r]-() RETURN r")).isEmpty();
        assertThat(rows("CALL cartograph.boughtTogether('thing')")).isNotEmpty();
    }

    @Test
    void countsTheRarestOfTenThousandAttributes() {
        rows("""
                MATCH (p:Product {id: 'sled'})
                UNWIND range(1, 10000) AS n CREATE (p)-[:HAS]->(:Attribute {key: 'tag', value: toString(n)})""");
        rows("MATCH (p:Product {id: 'sled'}), (c:Category {value: 'drinks'}) CREATE (p)-[:HAS]->(c)");

        List<Map<String, Object>> families = build("{}");

        assertThat(families).allSatisfy(family -> assertThat(family).containsEntry("boundedProducts", 1L));
        // 200 tags that nobody else has are rarer than the category.
        assertThat(row("sled", "SIMILAR")).isEmpty();
        assertThat(row("tea", "SIMILAR")).containsOnlyKeys("teapot");
    }

    @Test
    void namesTheAttributesThatTooManyProductsHave() {
        rows("""
                CREATE (a:Attribute {key: 'material', value: 'steel'})
                WITH a UNWIND range(1, 1001) AS n
                CREATE (p:Product {id: 'part' + n})-[:HAS]->(a)
                MERGE (t:Attribute:Token {key: 'token', value: 'size' + (n % 400)})
                CREATE (p)-[:HAS]->(t)""");

        assertThat(build("{}").get(0)).containsEntry("skippedAttributes", 1L);
        assertThat((String) rows("CALL cartograph.model.list()").get(0).get("metrics"))
                .contains("skippedNames: ['material steel (1001)']");
        assertThat(row("part1", "SIMILAR")).containsOnlyKeys("part401", "part801");
    }

    @Test
    void climbsACategoryCycleOnce() {
        rows("""
                MATCH (b:Category {value: 'breakfast'}), (d:Category {value: 'drinks'})
                CREATE (b)-[:CHILD_OF]->(d)-[:CHILD_OF]->(b), (b)-[:CHILD_OF]->(b)""");

        build("{families: ['SIMILAR'], similar: {price: 0, parent: 0.5}}");

        // Now all but the sled have both: what a product has itself is shared in full with its own, half with the
        // others.
        Map<String, Double> bread = row("bread", "SIMILAR");
        assertThat(bread).containsOnlyKeys("butter", "jam", "milk", "honey", "tea", "teapot");
        assertThat(bread.get("butter")).isCloseTo(1, within(1e-6));
        assertThat(bread.get("tea")).isCloseTo(2 * Math.sqrt(0.5) / 1.5, within(1e-6));
    }

    @Test
    void countsASharedParentForLessThanASharedLeafWhicheverWayItIsReached() {
        rows("""
                MATCH (b:Category {value: 'breakfast'}), (d:Category {value: 'drinks'})
                CREATE (food:Attribute:Category {key: 'category', value: 'food'}),
                       (kitchen:Attribute:Category {key: 'category', value: 'kitchen'}),
                       (b)-[:CHILD_OF]->(food), (b)-[:CHILD_OF]->(kitchen)-[:CHILD_OF]->(food), (d)-[:CHILD_OF]->(kitchen)""");

        build("{families: ['SIMILAR'], similar: {price: 0, parent: 0.5}}");

        Map<String, Double> tea = row("tea", "SIMILAR");
        assertThat(tea).containsOnlyKeys("teapot", "bread", "butter", "jam", "milk", "honey");
        assertThat(tea.get("teapot")).isGreaterThan(tea.get("bread"));
        assertThat(rows("CALL cartograph.similar('tea', {limit: 1})").get(0)).containsEntry("shared", 3L);
    }

    @Test
    void cutsACustomerOfTenThousandPurchases() {
        rows("UNWIND range(1, 600) AS n CREATE (:Product {id: 'p' + n})");
        rows("""
                MATCH (p:Product) WHERE p.id STARTS WITH 'p' AND p.id <> 'p'
                WITH collect(p) AS products
                CREATE (c:Customer {id: 'reseller'})
                WITH c, products UNWIND range(0, 9999) AS n
                WITH c, products[(n * 7) % 600] AS p, n
                CREATE (c)-[:PURCHASED {orderId: 'r' + (n / 5), at: datetime('2026-01-01T00:00:00Z') + duration({hours: n / 5})}]->(p)""");

        List<Map<String, Object>> families = build("{ridgeNeighbours: 10}");

        assertThat(families)
                .allSatisfy(family ->
                        assertThat(family).containsEntry("purchases", 10_014L).containsEntry("cutHistories", 1L));
        assertThat(row("p8", "BOUGHT_TOGETHER")).isNotEmpty();
        assertThat(row("bread", "BOUGHT_TOGETHER")).containsKey("butter");
    }

    @Test
    void countsOrdersOfTheFutureLikeAnyOther() {
        CornerShop.buy("eva", "o8", 400_000, "tea", "honey");
        CornerShop.buy("eva", "o9", 400_001, "sled");

        build("{ridgeNeighbours: 0, walkAlpha: 1, beta: 0}");

        assertThat(row("tea", "BOUGHT_TOGETHER")).containsKeys("teapot", "honey");
        assertThat(row("tea", "BOUGHT_NEXT")).containsKey("sled");
    }

    @Test
    void countsPurchasesWithoutATimeOrWithAStrangeOne() {
        rows("MATCH (:Customer {id: 'bob'})-[line:PURCHASED]->() REMOVE line.at");
        rows("MATCH (:Customer {id: 'dan'})-[line:PURCHASED]->() SET line.at = 'yesterday'");

        build("{ridgeNeighbours: 0, walkAlpha: 1, beta: 0}");

        assertThat(row("bread", "BOUGHT_TOGETHER").get("milk")).isCloseTo(3 / 13.0, within(1e-6));
    }

    @Test
    void findsSimilarProductsInAGraphWithoutASingleOrder() {
        rows("MATCH (c:Customer) DETACH DELETE c");

        List<Map<String, Object>> families = build("{}");

        assertThat(families)
                .filteredOn(family -> !family.get("family").equals("SIMILAR"))
                .hasSize(4)
                .allSatisfy(family -> assertThat(family).containsEntry("edges", 0L));
        assertThat(row("tea", "SIMILAR")).containsOnlyKeys("teapot");
        assertThat(rows("CALL cartograph.boughtTogether('bread')")).isEmpty();
    }

    @Test
    void passesOverViewsAndAttributesOfWhatIsNoProduct() {
        rows("CREATE (:Customer {id: 'x'})-[:VIEWED {visitId: 'v'}]->(:Page), (:Page)-[:HAS]->(:Attribute {key: 'k'})");

        assertThat(build("{}")).hasSize(5);
        assertThat(rows("MATCH ()-[r:ALSO_VIEWED]->() RETURN r")).isEmpty();
        TestDatabase.empty();
    }

    private static List<Map<String, Object>> build(String config) {
        return rows("CALL cartograph.model.build(" + config + ")");
    }
}
