package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The backup commands of the Neo4j image, with the tool that they call, on the data of a server that is like it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BackupIT {

    private static final Path COMMANDS = Path.of("../docker/neo4j").toAbsolutePath();
    private static final Path LIBRARY = Path.of("target/lib").toAbsolutePath();
    private static final String PASSWORD = "of the backup";

    @TempDir
    private static Path directory;

    private static RunningDatabase shop;

    /** What a command said and how it ended. */
    private record Ended(int code, String output) {}

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(directory.resolve("backups"));
        Files.createDirectories(directory.resolve("another"));
        Path tool = Files.createDirectories(directory.resolve("bin")).resolve("neo4j-admin");
        Files.writeString(tool, """
                #!/bin/sh
                exec java -Xmx512m -XX:TieredStopAtLevel=1 -cp '%s/*' org.neo4j.cli.AdminTool "$@"
                """.formatted(LIBRARY));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        shop = RunningDatabase.start(directory, "--home", "shop", "--password", PASSWORD)
                .awaitReady();
        for (String statement : List.of("CALL cartograph.schema.install()", """
                        CREATE (ann:Customer {id: 'ann'}), (tea:Product {id: 'tea'}), (mug:Product {id: 'mug'}),
                               (ann)-[:PURCHASED {orderId: 'o1', at: datetime('2026-03-01T08:00:00Z'), quantity: 1}]->(tea),
                               (ann)-[:PURCHASED {orderId: 'o1', at: datetime('2026-03-01T08:00:00Z'), quantity: 1}]->(mug)
                        """)) {
            shop.query(PASSWORD, statement);
        }
        assertThat(shop.query(PASSWORD, "CALL cartograph.model.build()")).hasSize(5);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Order(1)
    void takesNoBackupOfARunningDatabase() throws Exception {
        Ended backup = run("shop", "backup");

        assertThat(backup.code()).isNotZero();
        assertThat(backup.output()).contains("in use");
        assertThat(backups()).isEmpty();
    }

    @Test
    @Order(2)
    void takesABackupOfAStoppedOne() throws Exception {
        shop.stop();

        Ended backup = run("shop", "backup");

        assertThat(backup.code()).as(backup.output()).isZero();
        assertThat(backups()).singleElement().satisfies(name -> {
            assertThat(name).matches("[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(-[0-9]{2}){2}Z");
            assertThat(backup.output()).contains("Backup " + name + " is complete");
        });
    }

    @Test
    @Order(3)
    void saysWhichBackupsThereAreWhenItKnowsNoneOfTheName() throws Exception {
        Ended restore = run("another", "restore", "yesterday");

        assertThat(restore.code()).isEqualTo(1);
        assertThat(restore.output())
                .contains("The backup must be one of: " + backups().get(0) + " , but was 'yesterday'.");
    }

    @Test
    @Order(4)
    void restoresTheNewestWithWhatWasLearned() throws Exception {
        Ended restore = run("another", "restore");

        assertThat(restore.code()).as(restore.output()).isZero();
        try (RunningDatabase restored = RunningDatabase.start(directory, "--home", "another", "--password", PASSWORD)
                .awaitReady()) {
            assertThat(restored.query(
                            PASSWORD, "CALL cartograph.boughtTogether('tea') YIELD productId RETURN productId"))
                    .extracting(row -> row.get("productId").asString())
                    .containsExactly("mug");
            assertThat(restored.query(PASSWORD, "SHOW CONSTRAINTS YIELD name WHERE name = 'product_id' RETURN name"))
                    .hasSize(1);
        }
    }

    private static List<String> backups() throws IOException {
        try (Stream<Path> folders = Files.list(directory.resolve("backups"))) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    private static Ended run(String home, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command));
        line.set(0, COMMANDS.resolve(command[0]).toString());
        Path output = Files.createTempFile(directory, command[0], ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("NEO4J_HOME", directory.resolve(home).toString());
        builder.environment().put("BACKUPS", directory.resolve("backups").toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
