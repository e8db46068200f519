package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every reason not to start is one sentence and an exit code, and never a stack trace or a process left behind. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RefusesIT {

    @TempDir
    private static Path directory;

    @BeforeAll
    static void writeAHomeOfANewerRelease() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath() + ":"
                        + Path.of("target/lib").toAbsolutePath() + "/*",
                NewerNeo4j.class.getName(),
                "home");
        try (RunningDatabase newer = RunningDatabase.run(directory, command, Map.of(), Redirect.PIPE)) {
            assertThat(newer.exitCode()).as(newer.output()).isZero();
        }
    }

    @Test
    @Order(1)
    void refusesAHomeOfANewerRelease() {
        assertRefused(
                List.of("--home", "home"),
                1,
                "`--home` must hold data of Neo4j 5.26.30 or older",
                "newer version",
                "start-failure.log");
        assertThat(directory.resolve("home/logs/start-failure.log")).content().contains("\tat org.neo4j.");
    }

    /** The server itself starts without complaint when only the shop's database has a format it does not know. */
    @Test
    @Order(2)
    void refusesAShopDatabaseInAFormatOfANewerRelease() throws IOException {
        Path store = directory.resolve("shop/data/databases/neo4j/neostore");
        try (RunningDatabase database =
                RunningDatabase.start(directory, "--home", "shop", "--no-auth").awaitReady()) {
            database.stop();
        }
        writeFormatVersion(store, 9);
        assertRefused(List.of("--home", "shop"), 1, "newer version", "record-aligned-9.1");
    }

    @Test
    @Order(3)
    void refusesAShopDatabaseThatCannotBeRead() throws IOException {
        Path store = directory.resolve("shop/data/databases/neo4j/neostore");
        Files.write(store, new byte[(int) Files.size(store)]);
        assertRefused(List.of("--home", "shop"), 1, "could not be started on", "restore a copy", "start-failure.log");
    }

    @Test
    @Order(4)
    void refusesAHomeThatIsAFile() throws IOException {
        Files.writeString(directory.resolve("file"), "");
        assertRefused(List.of("--home", "file"), 1, "`--home` must be a directory", "Not a directory");
    }

    @Test
    @Order(5)
    void refusesAHomeThatCannotBeWritten() {
        assertRefused(List.of("--home", "/proc/cartograph"), 1, "`--home` must be a directory that can be created");
    }

    @Test
    @Order(6)
    void refusesArgumentsThatMakeNoSense() {
        assertRefused(List.of(), 2, "`--home` must name the directory");
        assertRefused(
                List.of("--home", "x", "--http-port", "65536"), 2, "--http-port", "between 0 and 65535, but was 65536");
        assertRefused(List.of("--home", "x", "--password", "short"), 2, "`--password` must have at least 8 characters");
        assertRefused(
                List.of("--home", "x", "--bind", "203.0.113.1"), 1, "`--bind` must be an address of this machine");
    }

    private static void assertRefused(List<String> arguments, int exitCode, String... parts) {
        try (RunningDatabase refused = RunningDatabase.start(directory, arguments, Map.of())) {
            assertThat(refused.exitCode()).isEqualTo(exitCode);
            assertThat(refused.output().lines().filter(line -> !line.startsWith("Password of the user neo4j")))
                    .singleElement()
                    .asString()
                    .contains(parts);
        }
    }

    /** Behind the format's name stand its major and its minor version, a byte each, after the name of the family. */
    private static void writeFormatVersion(Path store, int major) throws IOException {
        byte[] bytes = Files.readAllBytes(store);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("aligned");
        bytes[name + "aligned".length() + 1] = (byte) major;
        Files.write(store, bytes);
    }
}
