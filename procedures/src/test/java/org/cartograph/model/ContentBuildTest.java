package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.CornerShop.row;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.cartograph.facts.ProductIndex;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.graph.Family;
import org.cartograph.graph.GraphModel;
import org.cartograph.similarity.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What a build learns from what the products are: honey was never sold, and is of the category breakfast. */
class ContentBuildTest {
    private static final String PLAIN =
            "{ridgeNeighbours: 0, walkAlpha: 1, beta: 0, similar: {price: 0}, coldStart: {direct: 0.3}}";
    private static final String TO_HONEY = """
            MATCH (p:Product)-[r:BOUGHT_TOGETHER]->(:Product {id: 'honey'})
            RETURN p.id AS id, r.score AS score, r.orders AS orders, r.inherited AS inherited, r.via AS via
            ORDER BY id""";
    private static final Offset<Double> DIGITS = within(1e-6);

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void callsProductsOfTheSameAttributesSimilar() {
        build(PLAIN);

        assertThat(row("tea", "SIMILAR")).containsOnlyKeys("teapot");
        assertThat(row("tea", "SIMILAR").get("teapot")).isCloseTo(1, DIGITS);
        assertThat(row("bread", "SIMILAR")).containsOnlyKeys("butter", "jam", "milk", "honey");
        assertThat(row("sled", "SIMILAR")).isEmpty();
        assertThat(rows("MATCH (p:Product {id: 'tea'}) RETURN p.shared AS shared, p.sharedTotal AS total"))
                .as("SIMILAR is counted in nothing")
                .allSatisfy(product -> assertThat(product.values()).containsOnlyNulls());
    }

    @Test
    void showsWhatIsSimilar() {
        build(PLAIN);

        assertThat(rows("CALL cartograph.similar('tea')").get(0))
                .containsEntry("productId", "teapot")
                .containsEntry("shared", 1L)
                .containsEntry("inherited", false)
                .containsEntry("via", null);
    }

    @Test
    void learnsWhatWasViewedInTheSameVisit() {
        view("ann", "v1", 1, "bread", "sled");
        view("ann", "v2", 1, "tea", "bread");
        // Without a visit, a customer's day is one.
        view("bob", "", 2, "sled", "tea");
        view("bob", "", 3, "honey");

        build("{families: ['ALSO_VIEWED'], walkAlpha: 1, beta: 0, coldStart: {kappa: 0}}");

        assertThat(row("bread", "ALSO_VIEWED")).containsOnlyKeys("sled", "tea");
        assertThat(row("sled", "ALSO_VIEWED").get("bread")).isCloseTo(1 / 2.0, DIGITS);
        assertThat(row("honey", "ALSO_VIEWED")).isEmpty();
        assertThat(rows("CALL cartograph.alsoViewed('bread', {limit: 1})").get(0))
                .containsEntry("visits", 1L);
        assertThat(rows("MATCH (p:Product {id: 'bread'}) RETURN p.visits AS visits, p.visitsTotal AS total"))
                .containsExactly(Map.of("visits", 2L, "total", 4L));
    }

    @Test
    void letsANewProductGiveFromItsFirstDay() {
        build(PLAIN);

        // The four others of breakfast are equally like it: the mean of their rows.
        List<Map<String, Object>> honey = rows("CALL cartograph.boughtTogether('honey')");
        assertThat(honey).extracting(row -> row.get("productId")).containsExactly("bread", "butter", "jam", "milk");
        assertThat((Double) honey.get(0).get("score")).isCloseTo((1 / 2.0 + 5 / 7.0 + 1 / 2.0) / 4, DIGITS);
        assertThat(honey.get(0))
                .containsEntry("orders", 0L)
                .containsEntry("inherited", true)
                .containsEntry("via", "jam")
                .containsEntry("lift", null);
    }

    @Test
    void letsANewProductReceiveFromItsFirstDay() {
        build(PLAIN);

        // A quarter of what each gives the other three, which is all it gives, and 0.3 for being like honey.
        assertThat(rows(TO_HONEY)).hasSize(4).allSatisfy(edge -> {
            assertThat((Double) edge.get("score")).isCloseTo(0.25 + 0.3, DIGITS);
            assertThat(edge).containsEntry("orders", 0L).containsEntry("inherited", true);
            assertThat(edge.get("via")).isEqualTo(edge.get("id"));
        });
        assertThat(row("bread", "BOUGHT_TOGETHER")).hasSize(3);
    }

    @Test
    void leavesTheEdgesThatANewProductReceivesToItself() {
        build(PLAIN);
        try (Transaction transaction = TestDatabase.begin()) {
            Node bread = transaction.findNode(GraphModel.PRODUCT, "id", "bread");
            Row nothing = new Row(new int[0], new float[0], new int[0]);

            new ProductEdges(transaction, ProductIndex.read(transaction), Family.BOUGHT_TOGETHER).write(bread, nothing);
            transaction.commit();
        }

        assertThat(row("bread", "BOUGHT_TOGETHER")).isEmpty();
        assertThat(rows(TO_HONEY)).hasSize(4);
    }

    @Test
    void takesBackWhatAProductInheritedOnceItSells() {
        build(PLAIN);
        CornerShop.buy("eva", "o8", 70, "tea", "honey");

        build(PLAIN);

        assertThat(rows(TO_HONEY))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("id", "tea")
                        .containsEntry("orders", 1L)
                        .containsEntry("via", null));
    }

    @Test
    void writesInheritedEdgesOnce() {
        build(PLAIN);

        assertThat(build(PLAIN)).allSatisfy(family -> assertThat(family).containsEntry("rowsWritten", 0L));
        assertThat(build(PLAIN).get(0)).containsEntry("inherited", 4L);
    }

    @Test
    void inheritsNothingWhenColdStartIsOff() {
        build(PLAIN);

        build("{coldStart: {kappa: 0}}");

        assertThat(rows("MATCH ()-[r {inherited: true}]->() RETURN r")).isEmpty();
    }

    @Test
    void asksTheVectorIndexWhereThereIsOne() {
        rows("MATCH (p:Product {id: 'sled'}) SET p.embedding = [1.0, 0.0]");
        rows("MATCH (p:Product {id: 'teapot'}) SET p.embedding = [1.0, 0.1]");
        rows("MATCH (p:Product {id: 'tea'}) SET p.embedding = [0.0, 1.0]");
        rows("MATCH (p:Product {id: 'jam'}) SET p.embedding = [1.0, 2.0, 3.0]");
        rows("MATCH (p:Product {id: 'milk'}) SET p.embedding = [0.0, 0.0]");
        rows("CREATE VECTOR INDEX product_embedding FOR (p:Product) ON (p.embedding) OPTIONS {indexConfig: "
                + "{`vector.dimensions`: 2, `vector.similarity_function`: 'cosine'}}");
        try {
            rows("CALL db.awaitIndexes(60)");

            build("{families: ['SIMILAR'], similar: {price: 0}}");

            assertThat(row("sled", "SIMILAR")).containsOnlyKeys("teapot", "tea");
            double cosine = 1 / Math.sqrt(1.01);
            assertThat(row("sled", "SIMILAR").get("teapot")).isCloseTo((1 + cosine) / 2, within(1e-3));
            assertThat(row("jam", "SIMILAR")).containsKey("bread");
            build("{families: ['SIMILAR'], similar: {vectorWeight: 0}}");
            assertThat(row("sled", "SIMILAR")).isEmpty();
        } finally {
            rows("DROP INDEX product_embedding");
        }
    }

    @Test
    void refusesContentSettingsThatMeanNothing() {
        assertThatThrownBy(() -> build("{similar: {shrnk: 1}}"))
                .hasStackTraceContaining("`similar.shrnk` is not a key here. Did you mean `shrink`?");
        assertThatThrownBy(() -> build("{coldStart: {incoming: 101}}"))
                .hasStackTraceContaining("`coldStart.incoming` must be a whole number between 0 and 100, but was 101.");
        assertThatThrownBy(() -> build("{similar: {weights: {token: -1}}}"))
                .hasStackTraceContaining("`similar.weights.token` must be a number between 0 and 100, but was -1.");
    }

    private static void view(String customer, String visit, int day, String... products) {
        rows("""
                UNWIND $products AS product
                MERGE (c:Customer {id: $customer})
                WITH c, product
                MATCH (p:Product {id: product})
                CREATE (c)-[v:VIEWED {at: datetime('2026-01-01T12:00:00Z') + duration({days: $day})}]->(p)
                SET v.visitId = CASE $visit WHEN '' THEN null ELSE $visit END""", Map.of("products", List.of(products), "customer", customer, "visit", visit, "day", day));
    }

    private static List<Map<String, Object>> build(String config) {
        return rows("CALL cartograph.model.build(" + config + ")");
    }
}
