package org.cartograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cartograph.load.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadCommandTest {

    private static final String HEADER = "order_id,customer_id,ordered_at,product_id,quantity,unit_price\n";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
    }

    @Test
    void exitsWithZeroAndASummaryWhenEverythingWasLoaded() throws IOException {
        int exit = load("--orders", orders("o1,ann,2026-01-02,mug,1,1\no2,,2026-01-02,mug,1,1\n"));

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("orders.csv: 2 rows of orders")
                .contains("unit_price           → PURCHASED.unitPrice")
                .contains("2 orders created")
                .contains("1 orders of guests")
                .contains("2 purchases written")
                .contains("1 products known from orders only")
                .containsPattern("Loaded 2 rows in [0-9.]+ s \\([0-9,]+ rows/s\\), 0 rejected\\.");
        assertThat(err.toString()).containsPattern("orders: 2 of 2 rows, [0-9,]+ rows/s");
    }

    @Test
    void letsThePluginLearnFromWhatItHasLoaded() throws IOException {
        assumeThat(TestDatabase.hasPlugin()).isTrue();

        int exit = load("--build", "--orders", orders("o1,ann,2026-01-02,tea,1,1\no1,ann,2026-01-02,mug,1,1\n"));

        assertThat(exit).as("%s", err).isZero();
        assertThat(out.toString()).containsPattern("Learned [0-9]+ edges between products\\.");
        assertThat(TestDatabase.value("MATCH ()-[r:BOUGHT_TOGETHER]->() RETURN count(r)"))
                .isEqualTo(2L);
    }

    @Test
    void exitsWithTwoAndNamesTheRejectsFileWhenSomeRowsWereRejected() throws IOException {
        int exit = load("--orders", orders("o1,ann,2026-01-02,mug,1,1\no2,ann,never,mug,1,1\n"));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("Rejected rows are in " + directory.resolve("rejects.csv"));
        assertThat(TestDatabase.value("MATCH (o:Order) RETURN count(o)")).isEqualTo(1L);
    }

    @Test
    void exitsWithOneAndOneSentenceWhenAColumnIsMissing() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.csv"), "order_id,product_id\no1,mug\n");

        assertThat(load("--orders", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("has no column `customer_id`").hasLineCount(1);
        assertThat(TestDatabase.graph()).isEmpty();
    }

    @Test
    void exitsWithOneAndOneSentenceWhenNoDatabaseAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        int exit = run("load", "--orders", orders("o1,ann,2026-01-02,mug,1,1\n"), "--uri", "bolt://127.0.0.1:" + free);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "No Neo4j answers at bolt://127.0.0.1:" + free + ": start it, or name another with --uri.");
    }

    @Test
    void exitsWithOneAndOneSentenceWhenTheAddressIsNone() throws IOException {
        assertThat(run("load", "--orders", orders(""), "--uri", "localhost")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("`--uri` must be an address such as")
                .hasLineCount(1);
    }

    @Test
    void exitsWithOneAndOneSentenceWhenTheDatabaseDoesNotExist() throws IOException {
        assertThat(load("--orders", orders(""), "--database", "nowhere")).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere").hasLineCount(1);
    }

    @Test
    void aDryRunNeedsNoDatabase() throws IOException {
        int exit = run(
                "load",
                "--orders",
                orders("o1,ann,2026-01-02,mug,1,1\n"),
                "--dry-run",
                "--uri",
                "bolt://127.0.0.1:1",
                "--rejects",
                directory.resolve("rejects.csv").toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Checked, and wrote nothing: 1 rows");
    }

    @Test
    void refusesABatchOutOfRangeAndALoadOfNothing() {
        assertThat(run("load", "--orders", "x.csv", "--batch", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--batch must be between 1 and 100,000, but was 0.");
        assertThat(run("load")).isEqualTo(1);
        assertThat(err.toString()).contains("There is nothing to load: name at least one of --products");
    }

    @Test
    void printsTheTableOfColumns() {
        assertThat(run("columns")).isZero();
        assertThat(out.toString())
                .contains("### products")
                .contains("| `special_price` | sale_price, offer_price, discounted_price, promo_price | Product.price")
                .contains("| `order_id` * | order, order_number,");
    }

    private String orders(String rows) throws IOException {
        return Files.writeString(directory.resolve("orders.csv"), HEADER + rows).toString();
    }

    private int load(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "load";
        all[1] = "--uri";
        all[2] = TestDatabase.uri();
        all[3] = "--rejects";
        all[4] = directory.resolve("rejects.csv").toString();
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        return CartographImport.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
