package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cartograph.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services before one real database, both of which ask it to learn every second. */
final class LearnedOutcomesIT {

    private static final String CLICKED = """
        UNWIND range(1, 120) AS n
        MERGE (p:Product {id: 'tea'})
        CREATE (:Recommendation:Unlearned {id: 'r' + n, at: datetime()})
               -[:SHOWED {placement: 'similar', rank: 1, usualRank: 1, seenAt: datetime(), clickedAt: datetime()}]->(p)
        """;

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run("CALL cartograph.schema.install()");
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
                "--cartograph.feedback.learn-interval=1s");
    }

    @Test
    void learnsWithinSecondsAndOnceHoweverManyAsk() throws InterruptedException {
        database.run(CLICKED);

        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (database.count("MATCH (r:Unlearned) RETURN count(r)") > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }

        assertThat(database.count("MATCH (p:Product {id: 'tea'})-[o:OFFERED]->(p) RETURN toInteger(round(o.shown))"))
                .isEqualTo(120);
    }
}
