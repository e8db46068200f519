package org.cartograph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/** Forty products, each with twenty edges that all have one score: the number of the rewriting. */
class RowReadersTest {
    private static final int PRODUCTS = 40;
    private static final int EDGES = 20;

    @Test
    void seeWholeRowsWhileTheyAreRewritten() throws Exception {
        TestDatabase.empty();
        rows("UNWIND range(1, $products) AS n CREATE (:Product {id: 't' + n})", Map.of("products", PRODUCTS));
        List<Long> products = rows("MATCH (p:Product) RETURN p").stream()
                .map(row -> NodeIds.of((Node) row.get("p")))
                .toList();
        // Nothing waits until a commit is over, so that what is kept is what a reader met in the middle of it.
        RowCache cache = new RowCache(1 << 20, Duration.ofDays(-1), System::nanoTime);
        write(products, 1);
        AtomicBoolean over = new AtomicBoolean();
        Callable<Integer> reader = () -> {
            int reads = 0;
            for (; !over.get(); reads++) {
                assertWhole(cache, products.get(ThreadLocalRandom.current().nextInt(PRODUCTS)), 1);
            }
            return reads;
        };
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> running = List.of(readers.submit(reader), readers.submit(reader));
            for (int version = 2; version <= 12; version++) {
                write(products, version);
                cache.written();
                for (long product : products) {
                    assertWhole(cache, product, version);
                }
            }
            over.set(true);
            for (Future<Integer> each : running) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            over.set(true);
            readers.shutdown();
        }
    }

    private static void assertWhole(RowCache cache, long product, int leastVersion) {
        try (Transaction transaction = TestDatabase.begin()) {
            NeighbourRow row = new NeighbourStore(cache, transaction).row(product, Family.SIMILAR);
            double[] scores =
                    IntStream.range(0, row.size()).mapToDouble(row::score).toArray();
            assertThat(scores).hasSize(EDGES).containsOnly(scores[0]);
            assertThat(scores[0]).isGreaterThanOrEqualTo(leastVersion);
        }
    }

    private static void write(List<Long> products, int version) {
        Transactions.write(TestDatabase.database(), transaction -> {
            for (int at = 0; at < PRODUCTS; at++) {
                Node product = NodeIds.node(transaction, products.get(at));
                List<Relationship> row = new ArrayList<>();
                product.getRelationships(Direction.OUTGOING, Family.SIMILAR).forEach(row::add);
                row.forEach(Relationship::delete);
                for (int edge = 1; edge <= EDGES; edge++) {
                    long target = products.get((at + edge + version) % PRODUCTS);
                    product.createRelationshipTo(NodeIds.node(transaction, target), Family.SIMILAR)
                            .setProperty(Family.SCORE, (double) version);
                }
                EdgeStamp.renew(product);
            }
        });
    }
}
