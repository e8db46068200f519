package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cartograph.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two services before one real database, whose shop goes on selling after the model was built. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FreshModelIT {

    private static final String[] SHOP = {"""
        UNWIND ['tea', 'mug', 'pot', 'jam'] AS p CREATE (:Product {id: p, name: p, price: 4.0, stock: 9})
        """, """
        UNWIND [['o1', 'ann', 'tea'], ['o1', 'ann', 'mug'], ['o2', 'bob', 'tea'], ['o2', 'bob', 'mug']] AS line
        MERGE (c:Customer {id: line[1]})
        WITH c, line MATCH (p:Product {id: line[2]})
        CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: 1.0}]->(p)
        """, "CALL cartograph.model.build({})"};

    private static final String ORDERS = """
        UNWIND range(1, 3) AS n
        CREATE (c:Customer {id: $first + n})
        WITH c, n MATCH (p:Product) WHERE p.id IN ['jam', $second]
        CREATE (c)-[:PURCHASED {orderId: $first + n, at: datetime(), quantity: 1, unitPrice: 1.0}]->(p)
        """;

    private static final String EVERY_SECOND = "--cartograph.model.refresh-interval=1s";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run("CALL cartograph.schema.install()");
        database.run(SHOP);
        one = start("one");
        other = start("other");
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
    }

    private static RunningService start(String name) {
        return RunningService.start(
                database.uri(),
                folder.resolve(name),
                "--cartograph.neo4j.password=" + database.password(),
                EVERY_SECOND);
    }

    @Test
    @Order(1)
    void recommendsWithinSecondsWhatWasJustBoughtTogether() {
        assertThat(boughtWithJam()).doesNotContain("pot");

        sell("first", "pot");

        awaitBoughtWithJam("pot");
    }

    @Test
    @Order(2)
    void goesOnWhenOneOfTheServicesIsGone() {
        one.close();

        sell("second", "mug");

        awaitBoughtWithJam("mug");
    }

    @Test
    @Order(3)
    void goesOnWhenTheDatabaseIsBack() {
        database.kill();
        database.start();

        sell("third", "tea");

        awaitBoughtWithJam("tea");
    }

    private static void sell(String first, String second) {
        database.run(ORDERS.replace("$first", "'" + first + "'").replace("$second", "'" + second + "'"));
    }

    private static void awaitBoughtWithJam(String product) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!boughtWithJam().contains(product)) {
            assertThat(Instant.now()).as("still %s", boughtWithJam()).isBefore(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the model itself recommends with jam, no bestsellers that fill the box. */
    private static List<String> boughtWithJam() {
        return other.recommend("{\"context\":\"cart\",\"products\":[{\"productId\":\"jam\"}]}")
                .body()
                .path("placements")
                .path(0)
                .path("items")
                .valueStream()
                .filter(item -> !item.path("fallback").asBoolean())
                .map(item -> item.path("productId").asString())
                .toList();
    }
}
