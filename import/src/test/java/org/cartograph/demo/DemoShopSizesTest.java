package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the smallest shop to a large one, and what is no shop at all. */
final class DemoShopSizesTest {

    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);

    @TempDir
    Path directory;

    @Test
    void writesTheSmallestShop() {
        WrittenShop shop = WrittenShop.write(new DemoShop(1, 1, 40, 1, LEAP_DAY), directory);

        assertThat(shop.orders()).hasSize(1);
        assertThat(shop.products()).hasSize(40);
    }

    @Test
    void plantsRulesEvenInASmallShop() {
        WrittenShop shop = WrittenShop.write(new DemoShop(50, 1_000, 100, 1, LEAP_DAY), directory);

        assertThat(WrittenShop.rows(shop.files().planted())).isNotEmpty();
    }

    @Test
    void growsToManyOrders() {
        AtomicInteger placed = new AtomicInteger();
        DemoFiles files = new DemoShop(10_000, 50_000, 5_000, 1, LEAP_DAY).write(directory, placed::set);

        assertThat(placed).hasValue(50_000);
        assertThat(WrittenShop.rows(files.orders()).stream()
                        .map(row -> row.getField("order_id"))
                        .distinct())
                .hasSize(50_000);
    }

    @Test
    void standsForTodayUnlessTold() {
        assertThat(DemoShop.standard().until()).isAfter(LocalDate.of(2025, 1, 1));
    }

    @Test
    void refusesAShopWithoutOrders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoShop(1, 0, 40, 1, LEAP_DAY))
                .withMessage("`orders` must be between 1 and 100000000, but was 0.");
    }

    @Test
    void refusesAShopWithoutCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoShop(0, 1, 40, 1, LEAP_DAY))
                .withMessage("`customers` must be between 1 and 10000000, but was 0.");
    }

    @Test
    void refusesFewerProductsThanCategories() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoShop(1, 1, 39, 1, LEAP_DAY))
                .withMessage("`products` must be between 40, one for each category, and 200000, but was 39.");
    }

    @Test
    void refusesADateThatNoCalendarOfAShopHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoShop(1, 1, 40, 1, LocalDate.MAX))
                .withMessage("`until` must be between 1980-01-01 and 9000-01-01, but was +999999999-12-31.");
    }

    @Test
    void saysThatADirectoryCannotBeAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new DemoShop(1, 1, 40, 1, LEAP_DAY).write(file))
                .isInstanceOf(UncheckedIOException.class);
    }
}
