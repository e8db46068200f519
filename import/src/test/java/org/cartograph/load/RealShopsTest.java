package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of real shops, which are not part of the repository; without them these tests are skipped. */
final class RealShopsTest {

    private static final Path SHOPS = Path.of("../../shared/data");

    @BeforeEach
    void wipe() {
        assumeTrue(Files.isDirectory(SHOPS), "There is no " + SHOPS + " with the files of real shops.");
        TestDatabase.wiped();
    }

    @ParameterizedTest
    @CsvSource({
        "adventureworks, 56046, 293",
        "coop100, 639394, 3421",
        "northwind, 2155, 77",
        "online_retail, 386326, 3659",
        "tafeng, 571933, 11997",
        "techheaven, 15000, 291"
    })
    void everyRowOfARealShopIsGood(String shop, long orderRows, long productRows) {
        LoadOptions options = LoadOptions.standard();

        LoadSummary summary = new Loader(
                        null, new LoadOptions(options.batch(), true, null, options.zone(), null), Progress.silent())
                .load(new LoadFiles(file(shop, "products"), file(shop, "orders"), null, null, null));

        assertThat(summary.rejected()).isZero();
        assertThat(summary.files()).extracting(FileSummary::rows).containsExactly(productRows, orderRows);
    }

    @Test
    void loadsNorthwindAndNothingTwice() {
        LoadFiles files = new LoadFiles(file("northwind", "products"), file("northwind", "orders"), null, null, null);

        LoadSummary summary = load(files);
        List<String> first = TestDatabase.graph();
        load(files);

        assertThat(summary.count(Count.PURCHASES)).isEqualTo(2155);
        assertThat(TestDatabase.value("MATCH (p:Product {active: false}) RETURN count(p)"))
                .isEqualTo(8L);
        assertThat(TestDatabase.graph()).isEqualTo(first);
    }

    @Test
    void loadsTechheavenWithItsCancelledOrdersAndReviews() {
        LoadSummary summary = load(new LoadFiles(
                file("techheaven", "products"),
                file("techheaven", "orders"),
                null,
                null,
                file("techheaven", "reviews")));

        // 1,500 of its 15,000 lines are of cancelled orders.
        assertThat(summary.count(Count.PURCHASES) + summary.count(Count.ROWS_SUMMED))
                .isEqualTo(13_500);
        assertThat(summary.count(Count.RATINGS)).isEqualTo(5_000);
        assertThat(TestDatabase.value("MATCH (p:Product {id: '3'}) RETURN p.price"))
                .isEqualTo(1199.0);
    }

    @Test
    void loadsTheReturnsOfOnlineRetailButNotItsPostageAndFees() {
        LoadSummary summary = load(new LoadFiles(
                file("online_retail", "products"), null, null, file("online_retail", "returns_and_adjustments"), null));

        // Of 10,627 rows 1,722 name no customer and 385 name postage, discounts, fees or products that were never sold.
        assertThat(summary.count(Count.ROWS_WITHOUT_CUSTOMER)).isEqualTo(1_722);
        assertThat(summary.count(Count.ROWS_OF_UNKNOWN_PRODUCTS)).isEqualTo(385);
        assertThat(summary.count(Count.RETURNS)).isEqualTo(8_520);
        assertThat(summary.rejected()).isZero();
    }

    private static LoadSummary load(LoadFiles files) {
        return new Loader(TestDatabase.driver(), LoadOptions.standard(), Progress.silent()).load(files);
    }

    private static @Nullable Path file(String shop, String name) {
        return SHOPS.resolve(shop).resolve(name + ".csv.gz");
    }
}
