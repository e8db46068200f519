package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds that take long enough to be watched, met and stopped. */
class RunningBuildTest {
    private static final String BIG_SHOP = """
            UNWIND range(1, 3000) AS n CREATE (:Product {id: 'p' + n})
            WITH collect(n) AS numbers
            UNWIND range(1, 200) AS c CREATE (customer:Customer {id: 'c' + c})
            WITH customer, c
            UNWIND range(0, 149) AS line
            MATCH (p:Product {id: 'p' + (1 + (c * 37 + line * line * 7 + line * c) % 3000)})
            CREATE (customer)-[:PURCHASED {orderId: c + '-' + (line / 50), at: datetime()}]->(p)""";

    @BeforeAll
    static void open() {
        TestDatabase.empty();
        rows(BIG_SHOP);
    }

    @BeforeEach
    void dropTheModel() {
        rows("CALL cartograph.model.drop()");
    }

    @Test
    void canBeWatchedAndStoppedAndLeavesNoHalfRow() throws Exception {
        CompletableFuture<List<Map<String, Object>>> build = start();
        awaitPhase("writing");
        rows("TERMINATE TRANSACTIONS '" + buildTransaction() + "' YIELD message RETURN message");

        assertThatThrownBy(() -> build.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasStackTraceContaining("terminated");
        assertThat(rows("CALL cartograph.model.progress()")).isEmpty();
        assertThat(rows("MATCH (m:Model) RETURN m")).isEmpty();
        List<Map<String, Object>> stopped = written();
        rows("CALL cartograph.model.build({families: ['ALSO_BOUGHT']})");
        // What a stopped build wrote, it wrote to the end: the finished model has the same rows.
        assertThat(stopped).isNotEmpty().hasSizeLessThan(written().size());
        assertThat(written()).containsAll(stopped);
    }

    @Test
    void losesNoFactWhenItIsStoppedWhileLearning() throws Exception {
        String facts = "MATCH ()-[line:PURCHASED]->() RETURN count(line) AS lines";
        Object before = rows(facts);
        CompletableFuture<List<Map<String, Object>>> build = start("{ridgeNeighbours: 200}");
        awaitPhase("learning");
        rows("TERMINATE TRANSACTIONS '" + buildTransaction() + "' YIELD message RETURN message");

        assertThatThrownBy(() -> build.get(60, TimeUnit.SECONDS)).hasStackTraceContaining("terminated");
        assertThat(rows(facts)).isEqualTo(before);
        assertThat(rows("CALL cartograph.model.build({families: ['SIMILAR', 'ALSO_BOUGHT']})"))
                .hasSize(2);
    }

    @Test
    void letsNoSecondBuildIn() throws Exception {
        CompletableFuture<List<Map<String, Object>>> build = start();
        awaitPhase("");

        assertThatThrownBy(() -> rows("CALL cartograph.model.build({})"))
                .hasStackTraceContaining("A build is already running on database 'neo4j'");
        assertThatThrownBy(() -> rows("CALL cartograph.model.drop()"))
                .hasStackTraceContaining("A build is already running on database 'neo4j'");

        assertThat(build.get(60, TimeUnit.SECONDS)).hasSize(1);
    }

    private static CompletableFuture<List<Map<String, Object>>> start() {
        return start("{families: ['ALSO_BOUGHT']}");
    }

    private static CompletableFuture<List<Map<String, Object>>> start(String config) {
        return CompletableFuture.supplyAsync(() -> rows("CALL cartograph.model.build(" + config + ")"));
    }

    private static void awaitPhase(String phase) throws InterruptedException {
        for (int tried = 0; tried < 2000; tried++) {
            List<Map<String, Object>> progress = rows("CALL cartograph.model.progress()");
            if (progress.stream()
                    .anyMatch(row -> row.get("phase").toString().startsWith(phase)
                            && (phase.isEmpty() || (Long) row.get("done") > 0))) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        throw new AssertionError("The build never came to '" + phase + "'");
    }

    private static Object buildTransaction() {
        return rows("""
                        SHOW TRANSACTIONS YIELD transactionId, currentQuery
                        WHERE currentQuery STARTS WITH 'CALL cartograph.model.build('
                        RETURN transactionId""").get(0).get("transactionId");
    }

    private static List<Map<String, Object>> written() {
        return rows("""
                MATCH (p:Product)-[r:ALSO_BOUGHT]->(q)
                WITH p, q, r ORDER BY q.id
                RETURN p.id AS id, collect([q.id, r.score, r.customers]) AS row ORDER BY id""");
    }
}
