package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with which the containers get their demo shop. */
final class DemoScriptIT {

    @TempDir
    private static Path folder;

    private static ChildDatabase database;

    @BeforeAll
    static void open() throws IOException {
        database = ChildDatabase.shared();
        Files.writeString(folder.resolve("password"), database.password());
    }

    @Test
    void bringsAShopThatIsLearnedFromAndBringsItOnce() throws Exception {
        String first = demo("--orders", "300", "--products", "60", "--customers", "40");

        assertThat(first).contains("Learned ", " edges between products.");
        assertThat(database.count("MATCH (o:Order) RETURN count(o)")).isGreaterThan(250);
        assertThat(database.count("MATCH ()-[r:BOUGHT_TOGETHER]->() RETURN count(r)"))
                .isPositive();
        assertThat(demo()).isEqualTo("The demo shop is there already.\n");
    }

    private static String demo(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of("..", "docker", "import", "demo").toAbsolutePath().toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Path output = Files.createTempFile(folder, "demo", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DEMO_FOLDER", folder.toString());
        builder.environment().put("PASSWORD_FILE", folder.resolve("password").toString());
        builder.environment().put("NEO4J_URI", database.uri());
        builder.environment()
                .put(
                        "IMPORT_JAR",
                        Path.of("..", "import", "target", "cartograph-import.jar")
                                .toAbsolutePath()
                                .toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
