package org.cartograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.load.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal gets who wants to write to customers; most of it needs the packaged plugin. */
final class AudienceCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void open() {
        TestDatabase.wiped();
        TestDatabase.rows("""
                CREATE (mug:Product {id: 'mug', name: 'Blue mug', price: 4.0})
                CREATE (tea:Product {id: 'tea', name: '=Tea', price: 3.0, url: 'https://shop/tea'})
                WITH mug, tea
                UNWIND ['ann', 'bob', 'dan'] AS id
                CREATE (c:Customer {id: id, consent: id <> 'bob'})
                CREATE (c)-[:ADDED_TO_CART {at: datetime() - duration({hours: 5})}]->(mug)
                WITH tea, mug LIMIT 1
                CREATE (o:Customer {id: 'eva'})-[:PURCHASED {orderId: 'o1', at: datetime() - duration({days: 90})}]->(mug)
                CREATE (o)-[:PURCHASED {orderId: 'o1', at: datetime() - duration({days: 90})}]->(tea)""");
    }

    @Test
    void writesWhoLeftACart() throws IOException {
        needPlugin();
        Path file = directory.resolve("carts.csv");

        int exit = audience("--kind", "left-cart", "--out", file.toString(), "--products", "1");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("Wrote 2 customers (left-cart) to " + file + ".");
        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ann,left-cart,")
                        .contains(",mug,Blue mug,tea,'=Tea,3.0,https://shop/tea,,")
                        .endsWith(",still-in-your-cart"))
                .noneMatch(line -> line.startsWith("bob"));
    }

    @Test
    void writesNoMoreThanTheLimit() throws IOException {
        needPlugin();
        Path file = directory.resolve("carts.csv");

        audience("--kind", "left-cart", "--out", file.toString(), "--limit", "1", "--maximum-hours", "6");

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void saysInOneSentenceWhatThePluginRefuses() {
        needPlugin();
        Path file = directory.resolve("carts.csv");

        int exit = audience("--kind", "left", "--out", file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("`kind` must be one of left-cart, browsed, complement, win-back, due, but was 'left'.")
                .endsWith("Nothing was written." + System.lineSeparator())
                .hasLineCount(1);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysInOneSentenceThatThePluginIsMissing() {
        assumeTrue(!TestDatabase.hasPlugin(), "The database has the plugin.");

        assertThat(audience(
                        "--kind", "due", "--out", directory.resolve("due.csv").toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("The database has no procedure cartograph.audience: install the Cartograph plugin there.");
    }

    @Test
    void saysInOneSentenceThatTheFileCannotBeWritten() {
        String file = directory.resolve("nowhere").resolve("carts.csv").toString();

        assertThat(audience("--kind", "due", "--out", file)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("--out must be a file that can be written, but writing to " + file)
                .hasLineCount(1);
    }

    @Test
    void saysInOneSentenceThatNoDatabaseAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(run("audience", "--kind", "due", "--out", "x.csv", "--uri", "bolt://127.0.0.1:" + free))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("No Neo4j answers at").hasLineCount(1);
    }

    @Test
    void refusesProductsOutOfRangeAndAMissingKind() {
        assertThat(audience("--kind", "due", "--out", "x.csv", "--products", "0"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--products must be between 1 and 100, but was 0.");
        assertThat(audience("--out", "x.csv")).isEqualTo(1);
        assertThat(err.toString()).contains("--kind");
    }

    private static void needPlugin() {
        assumeTrue(TestDatabase.hasPlugin(), "The plugin is not packaged: ../procedures/target holds no jar.");
    }

    private int audience(String... arguments) {
        List<String> all = new ArrayList<>(List.of("audience", "--uri", TestDatabase.uri()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return CartographImport.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
