package org.cartograph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.CornerShop.buy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What is kept of rows, and every way in which it could be wrong. */
class RowCacheTest {
    private static final String EDIT =
            "MATCH (:Product {id: 'bread'})-[r:BOUGHT_TOGETHER]->(:Product {id: 'jam'}) SET r.score = 42.0";

    private final AtomicLong clock = new AtomicLong();

    @BeforeEach
    void open() {
        CornerShop.open();
        build();
        // As if the build had been long ago: a row just written is not kept.
        rows("MATCH (p:Product) SET p.edgesAt = p.edgesAt - 20 * 1000 * 1000");
    }

    @Test
    void keepsWhatWasReadForAMinute() {
        RowCache cache = new RowCache(1 << 20, Duration.ofSeconds(10), clock::get);
        Map<String, Double> before = row(cache, "bread");
        rows(EDIT);

        assertThat(row(cache, "bread")).isEqualTo(before);
        clock.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(row(cache, "bread")).isEqualTo(before);
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(row(cache, "bread")).containsEntry("jam", 42.0);
    }

    @Test
    void keepsNoRowThatWasWrittenAMomentAgo() {
        rows("MATCH (p:Product) SET p.edgesAt = p.edgesAt + 20 * 1000 * 1000");
        row("bread");
        rows(EDIT);

        assertThat(row("bread")).containsEntry("jam", 42.0);
    }

    @Test
    void keepsNoRowOfAProductThatSaysNothing() {
        rows("MATCH (p:Product) REMOVE p.edgesAt");
        row("bread");
        rows(EDIT);

        assertThat(row("bread")).containsEntry("jam", 42.0);
    }

    @Test
    void aBuildActsAtOnce() {
        warm("bread");
        buy("eva", "o8", 61, "bread", "sled");
        buy("fay", "o9", 61, "bread", "sled");

        build();

        assertThat(row("bread"))
                .containsAllEntriesOf(CornerShop.row("bread", "BOUGHT_TOGETHER"))
                .containsKey("sled");
    }

    @Test
    void aRefreshActsAtOnce() {
        warm("sled");
        buy("eva", "o8", 61, "bread", "sled");
        buy("fay", "o9", 61, "bread", "sled");

        rows("CALL cartograph.model.refresh({minimumInterval: 0})");

        assertThat(row("sled"))
                .isEqualTo(CornerShop.row("sled", "BOUGHT_TOGETHER"))
                .containsOnlyKeys("bread");
    }

    @Test
    void whatANewProductInheritsActsAtOnce() {
        warm("bread");
        Object rowsAt = rows("MATCH (p:Product {id: 'bread'}) RETURN p.rowsAt");
        rows("MATCH (c:Category {value: 'breakfast'}) CREATE (:Product {id: 'oats', price: 3.0})-[:HAS]->(c)");

        rows("CALL cartograph.model.refresh({minimumInterval: 0})");

        assertThat(row("bread")).containsKey("oats");
        // Its own row was not due, and is not to seem just computed.
        assertThat(rows("MATCH (p:Product {id: 'bread'}) RETURN p.rowsAt")).isEqualTo(rowsAt);
    }

    @Test
    void aRowWrittenByAnotherServerActsWithinASecond() {
        RowCache cache = new RowCache(1 << 20, Duration.ofSeconds(10), clock::get);
        row(cache, "bread");
        row(cache, "bread");
        rows(EDIT);
        rows("MATCH (p:Product {id: 'bread'}) SET p.edgesAt = p.edgesAt + 1");

        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(row(cache, "bread")).containsEntry("jam", 42.0);
    }

    @Test
    void aDropActsAtOnce() {
        warm("bread");

        rows("CALL cartograph.model.drop()");

        assertThat(row("bread")).isEmpty();
    }

    @Test
    void aDeletedProductLeavesTheRowWithinASecond() {
        RowCache cache = new RowCache(1 << 20, Duration.ofSeconds(10), clock::get);
        row(cache, "bread");
        row(cache, "bread");
        rows("MATCH (p:Product {id: 'jam'}) DETACH DELETE p");

        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(row(cache, "bread")).containsOnlyKeys("butter", "milk", "honey");
    }

    @Test
    void aDeletedProductIsNeverOffered() {
        warmPage();

        rows("MATCH (p:Product {id: 'jam'}) DETACH DELETE p");

        assertThat(page()).isNotEmpty().doesNotContain("jam");
    }

    @Test
    void aNumberThatIsNoProductsAnyMoreIsNeverOffered() {
        warmPage();

        rows("MATCH (p:Product {id: 'jam'}) REMOVE p:Product SET p:Customer");

        assertThat(page()).isNotEmpty().doesNotContain("jam");
    }

    @Test
    void whatIsNotCommittedIsNotGivenToOthers() {
        Map<String, Double> before = CornerShop.row("bread", "BOUGHT_TOGETHER");
        try (Transaction transaction = TestDatabase.begin()) {
            transaction
                    .execute("MATCH (:Product {id: 'bread'})-[r:BOUGHT_TOGETHER]->() DELETE r")
                    .close();
            assertThat(ids(transaction, store(transaction).row(number("bread"), Family.BOUGHT_TOGETHER)))
                    .isEmpty();
            transaction.rollback();
        }

        assertThat(row("bread")).containsAllEntriesOf(before);
    }

    private static void build() {
        rows("CALL cartograph.model.build({ridgeNeighbours: 0})");
    }

    /** Reads a row twice, so that it is kept and was seen to be true a moment ago; shows that it is. */
    private static void warm(String product) {
        Map<String, Double> before = row(product);
        row(product);
        rows("MATCH (:Product {id: $id})-[r:BOUGHT_TOGETHER]->() SET r.score = r.score + 1", Map.of("id", product));
        assertThat(row(product)).isEqualTo(before);
        rows("MATCH (:Product {id: $id})-[r:BOUGHT_TOGETHER]->() SET r.score = r.score - 1", Map.of("id", product));
    }

    private static void warmPage() {
        page();
        page();
        assertThat(page()).contains("jam");
    }

    private static List<Object> page() {
        return rows(
                        "CALL cartograph.recommend('product', {products: ['bread']}) YIELD productId RETURN productId AS id")
                .stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private static NeighbourStore store(Transaction transaction) {
        return new NeighbourStore(TestDatabase.database(), transaction);
    }

    /** The targets of a row with their scores, by id. */
    private static Map<String, Double> row(String product) {
        return row(RowCache.of(TestDatabase.database()), product);
    }

    private static Map<String, Double> row(RowCache cache, String product) {
        long number = number(product);
        try (Transaction transaction = TestDatabase.begin()) {
            return ids(transaction, new NeighbourStore(cache, transaction).row(number, Family.BOUGHT_TOGETHER));
        }
    }

    private static Map<String, Double> ids(Transaction transaction, NeighbourRow row) {
        Map<String, Double> scores = new TreeMap<>();
        row.edges()
                .forEach(edge -> scores.put(
                        (String) NodeIds.node(transaction, edge.product()).getProperty("id"), edge.score()));
        return scores;
    }

    private static long number(String id) {
        return NodeIds.of((Node) rows("MATCH (p:Product {id: $id}) RETURN p", Map.of("id", id))
                .get(0)
                .get("p"));
    }
}
