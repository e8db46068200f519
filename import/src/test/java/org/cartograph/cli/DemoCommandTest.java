package org.cartograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DemoCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesAShopAndSaysWhere() {
        assertThat(demo("--out", directory.toString(), "--customers", "20", "--orders", "100", "--products", "50"))
                .isZero();
        assertThat(directory).isDirectoryContaining("glob:**/orders.csv.gz").isDirectoryContaining("glob:**/about.txt");
        assertThat(out.toString()).contains("50 products and 100 orders").contains(directory.toString());
    }

    @Test
    void endsTheShopOnTheDayAskedFor() {
        demo("--out", directory.toString(), "--orders", "100", "--until", "2025-01-31");

        assertThat(directory.resolve("about.txt")).content().contains("today is 2025-01-31");
    }

    @Test
    void refusesZeroOrdersInOneSentence() {
        assertThat(demo("--out", directory.toString(), "--orders", "0")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("`orders` must be between 1 and 100000000, but was 0.");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesAFileAsDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(demo("--out", file.toString())).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("`--out` must be a directory, but " + file + " is a file.");
    }

    @Test
    void saysWhatADateLooksLike() {
        assertThat(demo("--out", directory.toString(), "--until", "tomorrow")).isNotZero();
        assertThat(err.toString()).contains("it must be a date such as 2026-01-31, but was 'tomorrow'.");
    }

    @Test
    void refusesACallWithoutADirectory() {
        assertThat(demo()).isNotZero();
        assertThat(err.toString()).contains("--out");
    }

    private int demo(String... arguments) {
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
