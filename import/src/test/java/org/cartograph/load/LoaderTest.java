package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cartograph.load.csv.UnusableFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoaderTest {

    @TempDir
    private Path directory;

    private ShopFiles shop;

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
        shop = new ShopFiles(directory);
    }

    @Test
    void listsEveryBadRowWithItsLineAndReasonAndLoadsTheOthers() throws IOException {
        LoadSummary summary = shop.orders(
                        "o1,ann,2026-01-02,mug,1,1",
                        ",ann,2026-01-02,mug,1,1",
                        "o2,ann,2026-01-02,,1,1",
                        "o3,ann,02.01.2026,mug,1,1",
                        "o4,ann,2026-01-02,mug,many,1",
                        "o5,ann,2026-01-02,mug,-1,1",
                        "o6,ann,2026-01-02,mug,1",
                        "o7,ann,2026-01-02," + "x".repeat(65) + ",1,1",
                        "o8,ann,2026-01-02,mug,1,dear",
                        "o9,\"a\nb\",2026-01-02,mug,1,1",
                        "o10,ann,2026-01-02,mug,,1",
                        "o11,ann,2026-01-02,mug,1,1")
                .load();

        Path orders = directory.resolve("orders.csv");
        assertThat(Files.readAllLines(shop.rejects()))
                .containsExactly(
                        "file,line,reason,row",
                        orders + ",3,`order_id` is empty.,\",ann,2026-01-02,mug,1,1\"",
                        orders + ",4,`product_id` is empty.,\"o2,ann,2026-01-02,,1,1\"",
                        orders
                                + ",5,\"`ordered_at` must be a date or time such as 2026-11-20T18:30:00, but was '02.01.2026'.\","
                                + "\"o3,ann,02.01.2026,mug,1,1\"",
                        orders
                                + ",6,\"`quantity` must be a number such as 12.50, but was 'many'.\",\"o4,ann,2026-01-02,mug,many,1\"",
                        orders + ",7,\"`quantity` must be above 0, but was -1.\",\"o5,ann,2026-01-02,mug,-1,1\"",
                        orders + ",8,\"the row has 5 columns, the header 6\",\"o6,ann,2026-01-02,mug,1\"",
                        orders + ",9,\"`product_id` must have at most 64 characters, but has 65.\",\"o7,ann,2026-01-02,"
                                + "x".repeat(65) + ",1,1\"",
                        orders
                                + ",10,\"`unit_price` must be a number such as 12.50, but was 'dear'.\",\"o8,ann,2026-01-02,mug,1,dear\"",
                        orders
                                + ",13,\"`quantity` must be a number such as 12.50, but was ''.\",\"o10,ann,2026-01-02,mug,,1\"");
        assertThat(summary.rejected()).isEqualTo(9);
        assertThat(summary.rows()).isEqualTo(12);
        assertThat(TestDatabase.rows("MATCH (o:Order) RETURN o.id AS id"))
                .extracting(row -> row.get("id"))
                .containsExactlyInAnyOrder("o1", "o9", "o11");
    }

    @Test
    void leavesNoRejectsFileWhereNothingIsRejectedAndDropsTheLastOne() {
        shop.orders("o1,ann,2026-01-02,,1,1").load();
        assertThat(shop.rejects()).exists();

        shop.orders("o1,ann,2026-01-02,mug,1,1").load();

        assertThat(shop.rejects()).doesNotExist();
    }

    @Test
    void neverOverwritesAFileThatIsNoListOfRejects() throws IOException {
        shop.orders("o1,ann,2026-01-02,mug,1,1");
        Files.writeString(shop.rejects(), "my thesis");

        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> shop.load())
                .withMessageContaining("is not a rejects file");
        assertThat(shop.rejects()).hasContent("my thesis");
    }

    @Test
    void writesNothingWhereAnyFileLacksAColumn() {
        shop.products("product_id,name", "mug,Mug")
                .ordersWithHeader("order_id,customer_id,product_id,quantity", "o1,ann,mug,1");

        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> shop.load())
                .withMessageContaining("has no column `ordered_at`");
        assertThat(TestDatabase.graph()).isEmpty();
    }

    @Test
    void writesNothingWhereAFileBreaksOffInTheMiddle() throws IOException {
        shop.products("product_id,name", "mug,Mug").orders("o1,ann,2026-01-02,mug,1,1");
        Files.write(directory.resolve("orders.csv"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2});

        assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> shop.load());
        assertThat(TestDatabase.graph()).isEmpty();
    }

    @Test
    void aDryRunChecksEverythingWithoutADatabase() {
        shop.products("product_id,name,color", "mug,Mug,red", ",Pot,red")
                .orders("o1,ann,2026-01-02,mug,1,1", "o1,ann,never,mug,1,1");
        LoadOptions options = LoadOptions.standard();

        LoadSummary summary = new Loader(
                        null,
                        new LoadOptions(options.batch(), true, shop.rejects(), options.zone(), null),
                        Progress.silent())
                .load(shop.files());

        assertThat(summary.dryRun()).isTrue();
        assertThat(summary.rows()).isEqualTo(4);
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(shop.rejects()).exists();
        assertThat(TestDatabase.graph()).isEmpty();
    }

    @Test
    void refusesABatchOutOfRange() {
        LoadOptions options = LoadOptions.standard();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new LoadOptions(0, false, null, options.zone(), null))
                .withMessage("`batch` must be between 1 and 100,000, but was 0.");
    }

    @Test
    void tellsEveryRowToTheProgressOnce() {
        long[] told = new long[2];
        Progress progress = new Progress() {
            @Override
            public void start(String what, long rows) {
                told[0] += rows;
            }

            @Override
            public void advance(long rows) {
                told[1] += rows;
            }

            @Override
            public void finish() {}
        };
        LoadFiles files = shop.products("product_id,name", "mug,Mug", ",Pot")
                .orders("o1,ann,2026-01-02,mug,1,1", "o2,ann,2026-01-02,mug,1,1", "o3,ann,never,mug,1,1")
                .files();

        new Loader(TestDatabase.driver(), LoadOptions.standard(), progress).load(files);

        assertThat(told).containsExactly(5, 5);
    }

    @Test
    void keepsTheConsentOfCustomersAndNothingElseOfThem() {
        LoadSummary summary = shop.customers(
                        "customer_id,BirthDate,consent", "ann,1966-04-08,yes", "bob,1970-01-01,", "cem,,no", ",,yes")
                .load();

        assertThat(TestDatabase.rows("MATCH (c:Customer) RETURN properties(c) AS c ORDER BY c.id"))
                .extracting(row -> row.get("c").toString())
                .containsExactly("{consent=true, id=ann}", "{id=bob}", "{consent=false, id=cem}");
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.files().get(0).columns().get("BirthDate"))
                .isEqualTo("left out: what is not needed to recommend stays out of the graph");
    }

    @Test
    void writesOneReturnPerOrderAndProductHoweverOftenItIsLoaded() {
        shop.products("product_id,name", "mug,Mug")
                .returns(
                        "order_id,customer_id,ordered_at,product_id,quantity",
                        "C1,ann,2026-01-05,mug,-1",
                        "C1,ann,2026-01-04,mug,-1",
                        "C2,ann,2026-01-06,mug,2",
                        "C3,ann,2026-01-06,POST,-1",
                        "A1,,2026-01-06,mug,-5",
                        "C4,ann,2026-01-06,mug,0");
        LoadSummary summary = shop.load();
        List<String> first = TestDatabase.graph();
        shop.load();

        assertThat(TestDatabase.graph()).isEqualTo(first);
        assertThat(
                        TestDatabase.rows(
                                "MATCH (c:Customer {id: 'ann'})-[r:RETURNED]->(p) RETURN r.orderId + ' ' + toString(r.at) + ' ' + p.id AS r ORDER BY r"))
                .extracting(row -> row.get("r"))
                .containsExactly("C1 2026-01-04T00:00:00Z mug", "C2 2026-01-06T00:00:00Z mug");
        assertThat(summary.count(Count.ROWS_OF_UNKNOWN_PRODUCTS)).isEqualTo(1);
        assertThat(summary.count(Count.ROWS_WITHOUT_CUSTOMER)).isEqualTo(1);
        assertThat(summary.rejected()).isEqualTo(1);
    }

    @Test
    void ofTwoRatingsOfACustomerAndProductTheNewestCounts() {
        shop.products("product_id,name", "mug,Mug")
                .ratings(
                        "review_id,product_id,customer_id,rating,title,reviewed_at",
                        "1,mug,ann,5,Great,2026-01-05",
                        "2,mug,ann,2,Broke,2026-03-05",
                        "3,mug,ann,4,Fine,2026-02-05",
                        "4,mug,bob,9,Wow,2026-02-05");
        LoadSummary summary = shop.load();
        List<String> first = TestDatabase.graph();
        shop.load();

        assertThat(TestDatabase.graph()).isEqualTo(first);
        assertThat(TestDatabase.rows(
                        "MATCH (c)-[r:RATED]->(p) RETURN c.id + ' ' + r.stars + ' ' + toString(r.at) AS r"))
                .extracting(row -> row.get("r"))
                .containsExactly("ann 2 2026-03-05T00:00:00Z");
        assertThat(summary.rejected()).isEqualTo(1);
    }
}
