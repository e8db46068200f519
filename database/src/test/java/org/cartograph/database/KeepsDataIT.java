package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;

/** One home through the ends and starts of its life, in this order: each start costs seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KeepsDataIT {

    @TempDir
    private static Path directory;

    @Test
    @Order(1)
    void takesThePasswordOfTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("CARTOGRAPH_DATABASE_PASSWORD", "from the environment");
        try (RunningDatabase database = RunningDatabase.start(directory, List.of("--home", "home"), environment)
                .awaitReady()) {
            database.query("from the environment", "CREATE (:Product {id: 'written before the kill'})");
            assertThat(Files.readString(directory.resolve("home/password"))).isEqualTo("from the environment\n");
            assertThat(database.output()).doesNotContain("from the environment");
            database.kill();
        }
    }

    @Test
    @Order(2)
    void keepsWhatWasWrittenBeforeAKill() {
        try (RunningDatabase database =
                RunningDatabase.start(directory, "--home", "home").awaitReady()) {
            assertThat(database.query("from the environment", "MATCH (p:Product) RETURN p.id AS id"))
                    .extracting(row -> row.get("id").asString())
                    .containsExactly("written before the kill");
            assertThat(database.output()).doesNotContain("generated");
            assertThat(database.stop()).isEqualTo(143);
        }
    }

    @Test
    @Order(3)
    void givesAnExistingHomeANewPassword() throws Exception {
        try (RunningDatabase database = RunningDatabase.start(directory, "--home", "home", "--password", "another one")
                .awaitReady()) {
            assertThat(database.query("another one", "MATCH (p:Product) RETURN p"))
                    .hasSize(1);
            assertThat(Files.readString(directory.resolve("home/password"))).isEqualTo("another one\n");
        }
    }

    /** The parent is a small program that starts the server with a pipe and then only waits. */
    @Test
    @Order(4)
    void asksForNoPasswordAndStopsWithItsParent() {
        List<String> command = RunningDatabase.command();
        command.addAll(List.of("--home", "home", "--no-auth", "--bolt-port", "0", "--http-port", "0"));
        try (RunningDatabase parent = StartingParent.start(directory, command).awaitReady()) {
            ProcessHandle child = parent.process().children().findFirst().orElseThrow();
            assertThat(parent.query(AuthTokens.none(), "MATCH (p:Product) RETURN p"))
                    .hasSize(1);
            parent.kill();
            RunningDatabase.awaitUntil("the server's end", () -> !child.isAlive());
        }
        assertThat(directory.resolve("home/logs/debug.log"))
                .content()
                .containsSubsequence("Shutdown started", "Bolt server has been shut down");
    }

    @Test
    @Order(5)
    void stopsAlsoWithAParentThatDiesAtOnce() {
        List<String> command = RunningDatabase.command();
        command.addAll(List.of("--home", "early", "--bolt-port", "0", "--http-port", "0"));
        for (int milliseconds : new int[] {20, 200, 700}) {
            try (RunningDatabase parent = StartingParent.start(directory, command)) {
                RunningDatabase.awaitUntil(
                        "the server's start",
                        () -> parent.process().children().findFirst().isPresent());
                ProcessHandle child = parent.process().children().findFirst().orElseThrow();
                Thread.sleep(milliseconds);
                parent.kill();
                RunningDatabase.awaitUntil("the server's end", () -> !child.isAlive());
                assertThat(parent.output()).doesNotContain("READY");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
